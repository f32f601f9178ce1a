import type { ControlPage } from './control-page';

/**
 * Pages for development: Element UI, Ant Design and pages written by hand for table-style systems.
 * `x` marks a control: the kind of action that pressing it is, `-` for a trap.
 */
export const DEVELOPMENT: readonly ControlPage[] = [
  {
    name: 'element: office home',
    html: `
<header class="app-header"><div class="logo">青山县协同办公平台</div>
  <div class="header-right"><button type="button" class="el-button el-button--primary el-button--mini" x="check-in"><i class="el-icon-date"></i><span>签到</span></button>
  <span class="el-dropdown"><ul class="el-dropdown-menu"><li class="el-dropdown-menu__item" x="check-in">外勤打卡</li><li class="el-dropdown-menu__item" x="-">个人中心</li><li class="el-dropdown-menu__item" x="-">打卡记录</li><li class="el-dropdown-menu__item" x="-">退出登录</li></ul></span></div></header>
<div class="sidebar-container"><ul class="el-menu" role="menubar">
  <li class="el-menu-item" role="menuitem" x="-"><i class="el-icon-s-check"></i><span>签到</span></li>
  <li class="el-menu-item" role="menuitem" x="-"><span>打卡管理</span></li>
  <li class="el-menu-item" role="menuitem" x="-"><span>公文签收</span></li>
  <li class="el-menu-item" role="menuitem" x="-"><span>工作日志</span></li>
  <li class="el-menu-item" role="menuitem" x="-"><span>系统日志</span></li>
  <li class="el-menu-item" role="menuitem" x="-"><span>操作日志</span></li>
  <li class="el-menu-item" role="menuitem" x="-"><span>在线考试</span></li>
  <li class="el-menu-item" role="menuitem" x="-"><span>投票管理</span></li></ul></div>
<main class="app-main"><div class="el-breadcrumb"><span class="el-breadcrumb__item"><a class="el-breadcrumb__inner" x="-">当前位置</a></span><span class="el-breadcrumb__item"><a class="el-breadcrumb__inner is-link" href="#/checkin" x="-">每日签到</a></span></div>
  <div class="el-tabs__nav"><div class="el-tabs__item is-active" role="tab" x="-">待签收</div><div class="el-tabs__item" role="tab" x="-">已签收</div><div class="el-tabs__item" role="tab" x="-">签收</div></div>
  <div class="el-card"><div class="el-card__header"><span>收文</span></div>
  <div class="el-table"><table class="el-table__header"><thead><tr><th x="-">标题</th><th x="-">签收</th><th x="-">操作</th></tr></thead></table>
  <table class="el-table__body"><tbody>
   <tr class="el-table__row"><td><a href="#/doc/1" x="-">关于转发《防汛工作要点》的通知</a></td><td><span class="el-tag el-tag--warning" x="-">待签收</span></td><td><button type="button" class="el-button el-button--text" x="receipt"><span>签收</span></button><button type="button" class="el-button el-button--text" x="-"><span>查看</span></button><button type="button" class="el-button el-button--text" x="-"><span>办结</span></button><button type="button" class="el-button el-button--text" x="-"><span>转发</span></button></td></tr>
   <tr class="el-table__row"><td><a href="#/doc/2" x="-">青山县每日签到打卡情况的通报</a></td><td><span class="el-tag el-tag--success" x="-">已签收</span></td><td><button type="button" class="el-button el-button--text is-disabled" disabled x="-"><span>已签收</span></button></td></tr></tbody></table></div></div>
  <div class="el-pagination"><button class="btn-next" x="-">下一页</button></div></main>`,
  },
  {
    name: 'element: notices',
    html: `
<div class="page"><h2>通知公告</h2>
 <div class="toolbar"><button class="el-button" x="read-confirm"><span>全部标为已读</span></button><button class="el-button" x="read-confirm"><span>批量已读</span></button><button class="el-button" x="download"><span>批量下载</span></button><button class="el-button" x="-"><span>查 询</span></button><button class="el-button" x="-"><span>重 置</span></button>
 <div class="el-radio-group"><label class="el-radio-button"><span class="el-radio-button__inner" x="-">全部</span></label><label class="el-radio-button"><span class="el-radio-button__inner" x="-">已读</span></label><label class="el-radio-button"><span class="el-radio-button__inner" x="-">未读</span></label></div></div>
 <ul class="notice-list"><li class="notice-item unread"><span class="title">关于开展冬季安全生产大检查的通知</span><span class="time">2026-11-20</span><a href="javascript:;" x="read-confirm">标记已读</a></li>
 <li class="notice-item"><span class="title">关于转发县委办文件的通知</span><span class="count" x="-">已读 32/40</span><a href="javascript:;" x="-">已读人员</a></li></ul>
 <div class="el-dialog" role="dialog"><div class="el-dialog__header"><span class="el-dialog__title">关于报送月度工作总结的通知</span></div><div class="el-dialog__body">请各村于今日下班前报送。</div>
 <div class="el-dialog__footer"><button class="el-button" x="-"><span>取 消</span></button><button class="el-button el-button--primary" x="read-confirm"><span>我已阅读（5s）</span></button><button class="el-button el-button--primary" x="read-confirm"><span>收到</span></button><button class="el-button" x="share"><span>分享到微信</span></button></div></div>
 <div class="attachments"><a href="/files/20261120.docx" x="download">附件下载</a><a href="/files/a.pdf" download x="download">下载附件</a><a href="#" x="download">导出Excel</a><a href="https://app.qingshan.example/down" x="-">下载APP</a><a href="#" x="-">下载次数：12</a></div></div>`,
  },
  {
    name: 'element: dialogs',
    html: `
<div class="el-dialog" role="dialog"><div class="el-dialog__header"><span class="el-dialog__title">今日签到</span></div><div class="el-dialog__body"><p>点击确认完成签到</p></div><div class="el-dialog__footer"><button class="el-button" x="-"><span>取消</span></button><button class="el-button el-button--primary" x="check-in"><span>确 定</span></button></div></div>
<div class="el-dialog" role="dialog"><div class="el-dialog__header"><span class="el-dialog__title">新增签到活动</span></div><div class="el-dialog__body"><input class="el-input__inner"></div><div class="el-dialog__footer"><button class="el-button el-button--primary" x="-"><span>确 定</span></button></div></div>
<div class="el-dialog" role="dialog"><div class="el-dialog__header"><span class="el-dialog__title">工作日志填写</span></div><div class="el-dialog__body"><textarea></textarea></div><div class="el-dialog__footer"><button class="el-button el-button--primary" x="work-log"><span>提 交</span></button></div></div>
<div class="el-dialog" role="dialog"><div class="el-dialog__header"><span class="el-dialog__title">系统日志详情</span></div><div class="el-dialog__footer"><button class="el-button el-button--primary" x="-"><span>确 定</span></button></div></div>
<div class="el-dialog" role="dialog"><div class="el-dialog__header"><span class="el-dialog__title">文件签收回执</span></div><div class="el-dialog__footer"><button class="el-button el-button--primary" x="receipt"><span>确认</span></button></div></div>
<div class="el-dialog" role="dialog"><div class="el-dialog__header"><span class="el-dialog__title">修改用户</span></div><div class="el-dialog__footer"><button class="el-button el-button--primary" x="-"><span>提交</span></button><button class="el-button el-button--primary" x="-"><span>保存</span></button></div></div>
<div class="el-message-box" role="dialog"><div class="el-message-box__header"><div class="el-message-box__title"><span>阅读确认</span></div></div><div class="el-message-box__btns"><button class="el-button" x="-"><span>取消</span></button><button class="el-button el-button--primary" x="read-confirm"><span>确定</span></button></div></div>`,
  },
  {
    name: 'ant: party building',
    html: `
<div class="ant-layout"><div class="ant-layout-sider"><ul class="ant-menu" role="menu"><li class="ant-menu-item" role="menuitem" x="-"><a href="/signin">签到</a></li><li class="ant-menu-item" role="menuitem" x="-"><a href="/vote">投票评选</a></li><li class="ant-menu-item" role="menuitem" x="-"><a href="/quiz">知识竞赛</a></li></ul></div>
<div class="ant-layout-content"><div class="ant-card"><div class="ant-card-head"><div class="ant-card-head-title">每日签到</div></div><div class="ant-card-body"><button type="button" class="ant-btn ant-btn-primary" x="check-in"><span>签 到</span></button><button type="button" class="ant-btn" x="-"><span>签到规则</span></button><button class="ant-btn" x="-"><span>签到日历</span></button></div></div>
<div class="ant-list"><div class="ant-list-item"><div class="ant-list-item-meta-title"><a href="/article/9" x="-">学习《条例》心得体会</a></div><ul class="ant-list-item-action"><li><span role="button" tabindex="0" x="like"><span role="img" aria-label="like" class="anticon anticon-like"></span> 12</span></li><li><span role="button" tabindex="0" x="-"><span role="img" aria-label="message" class="anticon anticon-message"></span> 3</span></li><li><span role="button" tabindex="0" x="-"><span role="img" aria-label="star" class="anticon anticon-star"></span> 3</span></li><li><span role="button" tabindex="0" x="share"><span role="img" aria-label="share-alt" class="anticon anticon-share-alt"></span></span></li><li><span role="button" tabindex="0" x="-"><span role="img" aria-label="dislike" class="anticon anticon-dislike"></span></span></li></ul></div></div>
<button class="ant-btn" x="vote"><span>投 票</span></button><button class="ant-btn" x="vote"><span>为TA投票</span></button><button class="ant-btn" x="-"><span>投票结果</span></button><button class="ant-btn" x="-"><span>发起投票</span></button>
<button class="ant-btn" x="quiz"><span>开始答题</span></button><button class="ant-btn" x="quiz"><span>每日一答</span></button><button class="ant-btn" x="quiz"><span>交 卷</span></button><button class="ant-btn" x="-"><span>答题记录</span></button><button class="ant-btn" x="-"><span>错题本</span></button><button class="ant-btn" x="-"><span>答题排行</span></button>
<button class="ant-btn" x="like"><span>点 赞</span></button><button class="ant-btn" x="like"><span>为家乡点赞</span></button><button class="ant-btn" x="-"><span>取消点赞</span></button><button class="ant-btn" x="-"><span>点赞排行</span></button>
<div class="ant-dropdown"><ul class="ant-dropdown-menu" role="menu"><li class="ant-dropdown-menu-item" role="menuitem" x="share"><span>分享</span></li><li class="ant-dropdown-menu-item" role="menuitem" x="download"><span>下载</span></li><li class="ant-dropdown-menu-item" role="menuitem" x="-"><span>删除</span></li><li class="ant-dropdown-menu-item" role="menuitem" x="check-in"><span>补签</span></li></ul></div>
<div class="ant-tabs-nav"><div class="ant-tabs-tab" role="tab" x="-">打卡</div><div class="ant-tabs-tab" role="tab" x="-">分享</div></div>
<span class="ant-tag ant-tag-green" x="-">已打卡</span></div></div>`,
  },
  {
    name: 'ant: modals and menus',
    html: `
<div class="ant-modal" role="dialog"><div class="ant-modal-header"><div class="ant-modal-title">驻村日志</div></div><div class="ant-modal-footer"><button class="ant-btn" x="-"><span>取 消</span></button><button class="ant-btn ant-btn-primary" x="work-log"><span>提 交</span></button></div></div>
<div class="ant-modal" role="dialog"><div class="ant-modal-header"><div class="ant-modal-title">打卡记录</div></div><div class="ant-modal-footer"><button class="ant-btn ant-btn-primary" x="-"><span>确 定</span></button></div></div>
<div class="ant-modal" role="dialog"><div class="ant-modal-header"><div class="ant-modal-title">最美村干部评选投票</div></div><div class="ant-modal-footer"><button class="ant-btn ant-btn-primary" x="vote"><span>确 定</span></button></div></div>
<div class="ant-page-header"><span class="ant-page-header-heading-title">操作日志</span><button class="ant-btn" x="download"><span>导出</span></button><button class="ant-btn" x="-"><span>清空日志</span></button><button class="ant-btn" x="-"><span>查看日志</span></button></div>
<button class="ant-btn" x="work-log"><span>写日志</span></button><button class="ant-btn" x="work-log"><span>新增日报</span></button><button class="ant-btn" x="work-log"><span>提交周报</span></button><button class="ant-btn" x="-"><span>日报管理</span></button><button class="ant-btn" x="-"><span>日志审核</span></button>
<a class="link" href="https://paper.example/rmrb" x="-">人民日报</a><a class="link" href="https://paper.example/gmrb" x="-">光明日报</a><a class="link" href="/n/1" x="-">经济日报：基层减负见实效</a>`,
  },
  {
    name: 'hand-made: intranet portal',
    html: `
<table width="100%"><tr><td class="position">当前位置：<a href="/index.jsp" x="-">首页</a> &gt; <a href="/tzgg.jsp" x="-">通知公告</a></td></tr></table>
<table class="main"><tr><td><ul class="news"><li><a href="a1.html" x="-">全县干部“签到打卡”专项整治动员会召开</a></li><li><a href="a2.html" x="-">青山镇：网红打卡地带火乡村游</a></li><li><a href="a3.html" x="-">关于批转分享经济发展意见的函</a></li><li><a href="a4.html" x="-">点赞！最美乡村医生</a></li><li><a href="a5.html" x="-">【投票】十佳村干部评选开始了</a></li><li><a href="a6.html" x="-">签到</a></li></ul></td>
<td><a href="javascript:doSign(12)" x="check-in">我要签到</a> <a href="javascript:void(0)" onclick="qs(3)" x="receipt">签收</a> <input type="button" value="打卡" x="check-in"> <input type="button" value=" 签 收 " x="receipt"> <input type="submit" value="确认已阅" x="read-confirm"> <input type="button" value="获取定位" x="location"> <input type="button" value="导 出" x="download"> <input type="button" value="打印" x="-"> <input type="submit" value="提交" x="-"> <input type="button" value="返回" x="-"> <img src="/images/dianzan.png" onclick="zan(1)" alt="点赞" x="like"> <img src="/images/logo.png" alt="青山县" onclick="go()" x="-"></td></tr></table>
<div class="float-right-nav" style="position:fixed;right:0;top:200px"><div class="item" onclick="qd()" x="check-in">签到</div><div class="item" onclick="go()" x="-">客服</div><div class="item" onclick="top()" x="-">顶部</div></div>
<a href="download.jsp?id=3" class="down" x="download">下载</a> <a href="/rar/template.xls" x="download">模板下载</a> <a href="/soft/ca.exe" x="-">驱动下载</a> <a href="/soft/ocx.exe" x="-">控件下载</a>
<a href="/xxgk/" x="-">信息公开</a><a href="/zcwj/" x="-">数据共享</a><a href="login.jsp" x="-">登录</a>
<div class="foot"><a href="/about" x="-">网站地图</a><a href="#" x="-">设为首页</a></div>`,
  },
  {
    name: 'hand-made: login',
    html: `
<form><input name="u"><input type="password" name="p"><input name="sms"><button type="button" x="-">60秒后重新发送</button><button type="button" x="-">获取验证码</button><button class="signIn btn" type="submit" x="-">Sign in</button><a class="signin-btn" href="#" x="-">扫码登录</a><label x="-"><input type="checkbox" x="-"> 我已阅读并同意《用户协议》</label><a href="/app" x="-">下载客户端</a></form>`,
  },
  {
    name: 'calendar',
    html: `
<div class="sign-calendar"><h3>签到日历</h3><table><tr><td class="day signed" x="-">1</td><td class="day signed" x="-">2</td><td class="day today" x="-">3</td></tr></table><div class="sign-btn" style="cursor:pointer" x="check-in">立即签到</div><div class="sign-tip" x="-">已连续签到 5 天</div><div class="sign-rule" style="cursor:pointer" x="-">签到规则</div></div>
<div class="task-list"><div class="task-item"><span>今日任务：走访 3 户</span><span class="go" style="cursor:pointer" x="check-in">去打卡</span></div><div class="task-item"><span>阅读文章 1 篇</span><span class="go" style="cursor:pointer" x="-">去阅读</span></div><div class="task-item"><span>参与答题</span><span class="go" style="cursor:pointer" x="quiz">去答题</span></div></div>`,
  },
  {
    name: 'icon buttons',
    html: `
<div class="acts"><button aria-label="点赞" class="icon-btn" x="like"><svg width="16" height="16"><path d="M0 0h10v10z"/></svg></button><button title="分享" class="icon-btn" x="share"><i class="iconfont icon-fenxiang"></i></button><button class="icon-btn" x="download"><i class="el-icon-download"></i></button><button class="icon-btn" x="-"><i class="el-icon-star-off"></i></button><button class="icon-btn" x="-"><i class="el-icon-delete"></i></button><button class="icon-btn" x="-" title="收藏"><i class="iconfont icon-zan"></i></button><button class="icon-btn" aria-label="签到" x="check-in"><i class="iconfont icon-qd"></i></button><span class="zan-box" style="cursor:pointer" x="like"><i class="iconfont icon-dianzan"></i><em>36</em></span><span class="cmt" style="cursor:pointer" x="-"><i class="iconfont icon-pinglun"></i><em>6</em></span><span class="view" x="-"><i class="iconfont icon-liulan"></i><em>361</em></span><button class="icon-btn" x="-"><svg><use xlink:href="#icon-location"></use></svg></button><button class="icon-btn" x="like"><svg><use xlink:href="#icon-zan"></use></svg></button><button class="liked icon-btn" aria-pressed="true" aria-label="点赞" x="-"><i class="icon-zan"></i></button><button class="icon-btn" x="-"><i class="icon-signin"></i></button><a class="bds_weixin" title="分享到微信" href="#" x="share"></a></div>`,
  },
  {
    name: 'patrol and location',
    html: `
<div class="el-form"><div class="el-form-item"><label class="el-form-item__label" x="-">当前位置</label><div><input class="el-input__inner"><button type="button" class="el-button" x="location"><span>重新定位</span></button></div></div>
<button type="button" class="el-button" x="location"><span>开始巡河</span></button><button type="button" class="el-button" x="location"><span>结束巡查</span></button><button type="button" class="el-button" x="location"><span>上传轨迹</span></button><button type="button" class="el-button" x="-"><span>轨迹回放</span></button><button type="button" class="el-button" x="-"><span>地图导航</span></button><button type="button" class="el-button" x="check-in"><span>定位打卡</span></button><button type="button" class="el-button" x="check-in"><span>巡查打卡</span></button><button type="button" class="el-button" x="-"><span>上报事件</span></button></div>`,
  },
  {
    name: 'states and lists of states',
    html: `
<div class="panel"><button class="el-button is-disabled" disabled x="-"><span>已签到</span></button><button class="el-button" x="-"><span>签到统计</span></button><button class="el-button" x="-"><span>打卡人数 36</span></button><button class="el-button" x="-"><span>未签到名单</span></button><button class="el-button" x="-"><span>签到二维码</span></button><button class="el-button" x="-"><span>导入</span></button><button class="el-button" x="-"><span>上传附件</span></button><button class="el-button" x="-"><span>审核通过</span></button><button class="el-button" x="-"><span>催办</span></button><button class="el-button" x="-"><span>一键催签</span></button><button class="el-button" x="-"><span>取消签到</span></button><button class="el-button" x="-"><span>撤回签收</span></button><button class="el-button" x="-"><span>暂存</span></button><button class="el-button" x="-"><span>提 交</span></button><button class="el-button" x="-"><span>获取积分</span></button></div>`,
  },
];
