import type { ControlPage } from './control-page';

/**
 * Pages for the test, by other recipes than those for development: iView, TDesign, Arco, Naive UI,
 * WeUI, ASP.NET pages and boards by hand, with other wordings. Nothing is tuned on them.
 */
export const TEST: readonly ControlPage[] = [
  {
    name: 'iview: township work desk',
    title: '镇村工作台',
    html: `
<div class="ivu-layout-sider"><ul class="ivu-menu ivu-menu-dark"><li class="ivu-menu-item" x="-">每日打卡</li><li class="ivu-menu-item" x="-">民情日记</li><li class="ivu-menu-item" x="-">文件签收</li><li class="ivu-menu-item" x="-">在线答题</li><li class="ivu-menu-item" x="-">日志审计</li></ul></div>
<div class="ivu-layout-content"><div class="ivu-breadcrumb"><span><a href="/" class="ivu-breadcrumb-item-link" x="-">首页</a></span><span><span class="ivu-breadcrumb-item-link" x="-">下载</span></span></div>
<div class="ivu-card"><div class="ivu-card-head"><p>今日考勤</p></div><div class="ivu-card-body"><button type="button" class="ivu-btn ivu-btn-primary" x="check-in"><span>点击打卡</span></button><button type="button" class="ivu-btn" x="check-in"><span>签 退</span></button><button type="button" class="ivu-btn" x="-"><span>打卡明细</span></button><button type="button" class="ivu-btn" x="-"><span>申请调休</span></button></div></div>
<div class="ivu-table"><table><tbody class="ivu-table-tbody"><tr class="ivu-table-row"><td>关于签到制度的补充说明</td><td><button class="ivu-btn ivu-btn-text" x="receipt"><span>确认接收</span></button><button class="ivu-btn ivu-btn-text" x="-"><span>催签</span></button><button class="ivu-btn ivu-btn-text" x="download"><span>下载原文</span></button><button class="ivu-btn ivu-btn-text" x="-"><span>预览</span></button></td></tr></tbody></table></div>
<div class="ivu-modal" role="dialog"><div class="ivu-modal-header"><div class="ivu-modal-header-inner">补卡申请</div></div><div class="ivu-modal-footer"><button class="ivu-btn" x="-"><span>关闭</span></button></div></div>
<div class="ivu-tabs-nav"><div class="ivu-tabs-tab" x="-">转发</div></div><span class="ivu-tag" x="-">已签收</span></div>`,
  },
  {
    name: 'tdesign: learning',
    title: '干部学习',
    html: `
<div class="t-card"><div class="t-card__header"><div class="t-card__title">本周测试</div></div><button class="t-button" x="quiz"><span class="t-button__text">进入测试</span></button><button class="t-button" x="quiz"><span class="t-button__text">提交答案</span></button><button class="t-button" x="-"><span class="t-button__text">查看解析</span></button><button class="t-button" x="-"><span class="t-button__text">测试记录</span></button><button class="t-button" x="quiz"><span class="t-button__text">挑战答题</span></button></div>
<div class="t-card"><button class="t-button" x="like"><span class="t-button__text">点赞 36</span></button><button class="t-button" x="share"><span class="t-button__text">分享给好友</span></button><button class="t-button" x="-"><span class="t-button__text">收藏</span></button><button class="t-button" x="-"><span class="t-button__text">评论</span></button><button class="t-button" aria-label="分享" x="share"><svg class="t-icon t-icon-share"></svg></button><button class="t-button" x="like"><svg class="t-icon t-icon-thumb-up"></svg></button><button class="t-button" x="-"><svg class="t-icon t-icon-thumb-down"></svg></button><button class="t-button" x="-"><svg class="t-icon t-icon-heart"></svg></button></div>
<div class="t-dialog" role="dialog"><div class="t-dialog__header"><div class="t-dialog__header-content">关于报送冬春救助需求的通知</div></div><div class="t-dialog__footer"><button class="t-button" x="read-confirm"><span class="t-button__text">阅读完毕</span></button><button class="t-button" x="-"><span class="t-button__text">稍后处理</span></button></div></div>
<div class="t-dropdown__menu"><li class="t-dropdown__item" style="cursor:pointer" x="download">导出为Excel</li><li class="t-dropdown__item" style="cursor:pointer" x="-">批量审核</li><li class="t-dropdown__item" style="cursor:pointer" x="share">转发到微信</li></div>
<div class="t-select__list"><li class="t-select-option" role="option" x="-">已读</li><li class="t-select-option" role="option" x="-">点赞</li></div>
<div class="t-steps"><div class="t-steps-item__title" x="-">答题</div></div><div class="t-tag" x="-">待签到</div>`,
  },
  {
    name: 'arco: patrols',
    title: '河长制管理信息系统',
    html: `
<div class="arco-card"><div class="arco-card-header-title">巡河任务</div><button class="arco-btn" x="location"><span>开始巡护</span></button><button class="arco-btn" x="location"><span>轨迹上报</span></button><button class="arco-btn" x="location"><span>更新定位</span></button><button class="arco-btn" x="check-in"><span>巡河打卡</span></button><button class="arco-btn" x="-"><span>巡河统计</span></button><button class="arco-btn" x="-"><span>上报问题</span></button><button class="arco-btn" x="-"><span>轨迹查询</span></button><button class="arco-btn" x="-"><span>位置导航</span></button></div>
<div class="arco-modal" role="dialog"><div class="arco-modal-title">巡查日志</div><div class="arco-modal-footer"><button class="arco-btn" x="-">取消</button><button class="arco-btn arco-btn-primary" x="work-log">提交</button></div></div>
<div class="arco-modal" role="dialog"><div class="arco-modal-title">接口日志</div><div class="arco-modal-footer"><button class="arco-btn arco-btn-primary" x="-">确定</button></div></div>
<div class="arco-pagination"><li class="arco-pagination-item" x="-">2</li></div><div class="arco-tree-node-title" x="-">打卡点</div>
<button class="arco-btn" x="work-log"><span>填写走访日志</span></button><button class="arco-btn" x="work-log"><span>提交工作总结</span></button><button class="arco-btn" x="-"><span>日志查询</span></button><button class="arco-btn" x="-"><span>异常日志</span></button>`,
  },
  {
    name: 'naive: votes and thanks',
    title: '文明实践',
    html: `
<div class="n-card"><div class="n-card-header__main">最美志愿者评选</div><button class="n-button" x="vote"><span class="n-button__content">投TA一票</span></button><button class="n-button" x="vote"><span class="n-button__content">参与投票</span></button><button class="n-button" x="-"><span class="n-button__content">投票须知</span></button><button class="n-button" x="-"><span class="n-button__content">票数统计</span></button><button class="n-button" x="like"><span class="n-button__content">送鲜花</span></button><button class="n-button" x="like"><span class="n-button__content">为英雄点赞</span></button><button class="n-button" x="-"><span class="n-button__content">点赞名单</span></button></div>
<div class="n-card"><div class="n-card-header__main">村民代表大会表决</div><button class="n-button" x="-"><span class="n-button__content">投票</span></button></div>
<div class="n-radio-group"><label class="n-radio-button" x="-">已签收</label><label class="n-radio-button" x="-">签收</label></div>
<div class="n-data-table"><table><thead><tr><th x="-">下载</th><th x="-">点赞数</th></tr></thead><tbody><tr><td><button class="n-button n-button--quaternary" x="download"><span class="n-button__content">附件下载</span></button></td><td x="-">12</td></tr></tbody></table></div>
<div class="n-menu"><div class="n-menu-item" role="menuitem" x="-">活动签到</div></div>`,
  },
  {
    name: 'weui: mobile forms on a desktop',
    title: '会议助手',
    html: `
<div class="weui-cells"><a class="weui-cell weui-cell_access" href="javascript:;" x="-"><div class="weui-cell__bd">会议签到情况</div></a><a class="weui-cell weui-cell_access" href="javascript:;" x="-"><div class="weui-cell__bd">会议通知回执列表</div></a></div>
<a href="javascript:;" class="weui-btn weui-btn_primary" x="check-in">参会签到</a><a href="javascript:;" class="weui-btn weui-btn_default" x="receipt">提交回执</a><a href="javascript:;" class="weui-btn weui-btn_mini" x="read-confirm">我已阅读</a><a href="javascript:;" class="weui-btn weui-btn_mini" x="-">发起签到</a><a href="javascript:;" class="weui-btn weui-btn_mini" x="-">生成签到码</a><a href="javascript:;" class="weui-btn weui-btn_mini" x="share">邀请好友</a>
<label class="weui-agree" x="-"><input type="checkbox" class="weui-agree__checkbox"><span>阅读并同意《服务协议》</span></label>
<div class="weui-dialog" role="dialog"><div class="weui-dialog__hd"><strong class="weui-dialog__title">打卡提醒</strong></div><div class="weui-dialog__ft"><a href="javascript:;" class="weui-dialog__btn" x="check-in">确定</a></div></div>
<div class="weui-tabbar"><a class="weui-tabbar__item" href="#/sign" x="-">签到</a></div>`,
  },
  {
    name: 'asp.net: documents',
    title: '公文传输系统',
    html: `
<form id="aspnetForm" method="post"><table class="toolbar"><tr><td><input type="submit" value="签收" id="btnSign" x="receipt"><input type="submit" value="批量签收" x="receipt"><input type="submit" value="退文" x="-"><input type="button" value="打印签收单" x="-"><input type="submit" value="导出Word" x="download"><input type="submit" value="检 索" x="-"><input type="image" src="/images/btn_download.gif" alt="下载附件" x="download"><input type="image" src="/images/btn_back.gif" alt="返回" x="-"></td></tr></table>
<table class="grid"><tr><th x="-">签收时间</th><th x="-">标题</th></tr><tr><td>2026-11-20</td><td><a href="doc.aspx?id=1" x="-">转发县防指关于寒潮防御的通知</a> <a href="javascript:__doPostBack('s','')" x="receipt">签收</a> <a href="javascript:__doPostBack('r','')" x="read-confirm">标为已读</a> <a href="att.aspx?f=1.doc" x="download">附件下载</a> <a href="log.aspx" x="-">签收记录</a></td></tr></table>
<span id="lblPos">您现在的位置：<a href="default.aspx" x="-">首页</a> &gt; <a href="list.aspx" x="-">公文签收</a></span>
<a id="lnkLogin" href="login.aspx" class="SignIn" x="-">登录</a><a href="javascript:void(0)" id="signInOut" x="check-in">上班签到</a></form>`,
  },
  {
    name: 'by hand: county portal',
    title: '清江县人民政府',
    html: `
<div class="top"><a href="#" onclick="SetHome()" x="-">设为首页</a><a href="/wap" x="-">手机版</a><a href="/app" x="-">下载客户端</a></div>
<div class="news-box"><ul><li><a href="/1" x="-">“指尖减负”：取消打卡签到12项</a></li><li><a href="/2" x="-">点赞！退役军人李秀英跳水救人</a></li><li><a href="/3" x="-">清江日报：分享减负经验</a></li><li><a href="/4" x="-">转发省政府办公厅文件</a></li></ul></div>
<div class="article"><h1>工作简报</h1><p>部分单位要求干部<a href="/t" x="-">下载</a>应用并<a href="/u" x="-">投票</a>，已责令整改。请各单位对照检查，不得变相增加负担。</p>
<div class="article-foot"><a href="javascript:;" class="btn-zan" x="like">点赞(128)</a><a href="javascript:;" class="btn-share" x="share">分享</a><a href="javascript:window.print()" x="-">打印</a><a href="javascript:window.close()" x="-">关闭</a></div>
<div class="attach">附件：<a href="/files/2026/11/bd.xlsx" x="download">下载</a></div></div>
<div class="rank"><h3>点击排行</h3><a href="/5" x="-">签收制度解读</a></div>
<div class="right-float" style="position:fixed;right:0;bottom:60px"><a href="javascript:;" x="share">分享</a><a href="/hdjl/jbxx" x="-">意见征集</a><a href="javascript:;" onclick="scrollTo(0,0)" x="-">返回顶部</a></div>`,
  },
  {
    name: 'by hand: grid app on the web',
    title: '网格通',
    html: `
<div class="grid-menu"><div class="cell" onclick="a()" style="cursor:pointer" x="check-in"><i class="icon icon-dk"></i><span>上班打卡</span></div><div class="cell" onclick="b()" style="cursor:pointer" x="-"><i class="icon"></i><span>通讯录</span></div><div class="cell" onclick="c()" style="cursor:pointer" x="work-log"><i class="icon"></i><span>写日报</span></div><div class="cell" onclick="d()" style="cursor:pointer" x="-"><i class="icon"></i><span>事件上报</span></div><div class="cell" onclick="e()" style="cursor:pointer" x="-"><i class="icon"></i><span>打卡排行榜</span></div><div class="cell" onclick="f()" style="cursor:pointer" x="-"><i class="icon"></i><span>积分明细</span></div></div>
<div class="notice-row"><span class="dot unread"></span><b>关于做好值班值守工作的通知</b><em class="op" style="cursor:pointer" x="read-confirm">确认收到</em><em class="op" style="cursor:pointer" x="-">详情</em></div>
<div class="sms" style="cursor:pointer" x="-">58s后重新获取</div><div class="state" x="-">今日已打卡</div><div class="pos" x="-">当前位置：白云村村委会</div><div class="act" style="cursor:pointer" x="location">获取位置</div><div class="act" style="cursor:pointer" x="-">查看地图</div>
<button class="disabled-btn" disabled x="-">签到</button><button class="b" x="check-in">立即签到领积分</button><button class="b" x="check-in">拍照签到</button><button class="b" x="-">签到抽奖记录</button><button class="b" x="-">签到说明</button>
<button class="b" x="read-confirm">全部设为已读</button><button class="b" x="-">全部删除</button><button class="b" x="download">一键下载</button><button class="b" x="-">上传下载管理</button><button class="b" x="share">生成分享海报</button><button class="b" x="-">共享文档</button>`,
  },
];
