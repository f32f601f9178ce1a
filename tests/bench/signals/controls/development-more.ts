import type { ControlPage } from './control-page';

/**
 * More pages for development: Vant, Layui, EasyUI, uni-app,
 * Bootstrap and pages by hand, with other wordings.
 */
export const DEVELOPMENT_MORE: readonly ControlPage[] = [
  {
    name: 'vant: study',
    title: '干部在线学习',
    html: `
<div class="van-nav-bar"><div class="van-nav-bar__title">学习中心</div><div class="van-nav-bar__right"><span class="van-nav-bar__text" style="cursor:pointer" x="share">分享</span></div></div>
<div class="van-grid"><div class="van-grid-item"><div class="van-grid-item__content" role="button" tabindex="0"><i class="van-icon van-icon-calendar-o"></i><span class="van-grid-item__text" x="check-in">学习打卡</span></div></div><div class="van-grid-item"><div class="van-grid-item__content" role="button" tabindex="0"><span class="van-grid-item__text" x="quiz">挑战答题</span></div></div><div class="van-grid-item"><div class="van-grid-item__content" role="button" tabindex="0"><span class="van-grid-item__text" x="-">学习记录</span></div></div><div class="van-grid-item"><div class="van-grid-item__content" role="button" tabindex="0"><span class="van-grid-item__text" x="-">积分商城</span></div></div></div>
<div class="van-tabs"><div class="van-tabs__nav" role="tablist"><div class="van-tab van-tab--active" role="tab" x="-">打卡</div><div class="van-tab" role="tab" x="-">签到</div></div><div class="van-tab__panel"><button class="van-button van-button--primary" x="check-in"><span class="van-button__text">上班打卡</span></button><button class="van-button" x="check-in"><span class="van-button__text">下班打卡</span></button><button class="van-button" x="-"><span class="van-button__text">补卡申请记录</span></button></div></div>
<div class="van-cell van-cell--clickable" role="button" tabindex="0" x="-"><div class="van-cell__title">签到记录</div></div>
<div class="van-cell van-cell--clickable" role="button" tabindex="0" x="-"><div class="van-cell__title">关于开展学习打卡活动的通知</div></div>
<div class="van-popup van-action-sheet"><div class="van-action-sheet__item" style="cursor:pointer" x="share">转发到微信群</div><div class="van-action-sheet__item" style="cursor:pointer" x="share">生成海报</div><div class="van-action-sheet__item" style="cursor:pointer" x="share">复制链接</div><div class="van-action-sheet__item" style="cursor:pointer" x="-">举报</div></div>
<div class="van-dialog" role="dialog"><div class="van-dialog__header">签收确认</div><div class="van-dialog__footer"><button class="van-button van-dialog__cancel" x="-">取消</button><button class="van-button van-dialog__confirm" x="receipt">确认</button></div></div>
<div class="van-tabbar"><div class="van-tabbar-item" role="tab" x="-">答题</div><div class="van-tabbar-item" role="tab" x="-">打卡</div></div>
<div class="van-goods-action"><div class="van-goods-action-icon" role="button" tabindex="0" x="like"><i class="van-icon van-icon-good-job-o"></i></div><div class="van-goods-action-icon" role="button" tabindex="0" x="-"><i class="van-icon van-icon-star-o"></i></div><div class="van-goods-action-icon" role="button" tabindex="0" x="share"><i class="van-icon van-icon-share-o"></i></div><div class="van-goods-action-icon" role="button" tabindex="0" x="-"><i class="van-icon van-icon-chat-o"></i></div></div>
<div class="tip" x="-">还需学习 30 分钟</div>`,
  },
  {
    name: 'layui: office',
    html: `
<div class="layui-header"><ul class="layui-nav"><li class="layui-nav-item"><a href="javascript:;" x="-">考勤打卡</a></li><li class="layui-nav-item"><a href="javascript:;" x="-">公文签收</a></li><li class="layui-nav-item"><a href="/rizhi" x="-">工作日志</a></li></ul></div>
<div class="layui-body"><div class="layui-tab"><ul class="layui-tab-title"><li class="layui-this" x="-">签阅</li><li x="-">签收</li></ul><div class="layui-tab-content">
<div class="layui-btn-group"><button class="layui-btn layui-btn-sm" lay-event="qs" x="receipt">文件签收</button><button class="layui-btn layui-btn-sm" lay-event="py" x="receipt">圈阅</button><button class="layui-btn layui-btn-sm" x="-">转办</button><button class="layui-btn layui-btn-sm" x="-">批示</button><button class="layui-btn layui-btn-sm" x="-">退回</button></div>
<div class="layui-table-view"><table><tbody><tr><td><div class="layui-table-cell">冬春火灾防控通知</div></td><td><div class="layui-table-cell"><a class="layui-btn layui-btn-xs" lay-event="sign" x="receipt">确认收文</a><a class="layui-btn layui-btn-xs" lay-event="read" x="read-confirm">已阅</a><a class="layui-btn layui-btn-xs" lay-event="down" x="download">下载正文</a><a class="layui-btn layui-btn-xs" lay-event="log" x="-">流转日志</a><a class="layui-btn layui-btn-xs" lay-event="edit" x="-">编辑</a><a class="layui-btn layui-btn-xs layui-btn-disabled" x="-">签收</a></div></td></tr></tbody></table></div></div></div>
<div class="layui-layer layui-layer-page" role="dialog"><div class="layui-layer-title">填写日报</div><div class="layui-layer-content"><form class="layui-form"><textarea></textarea><button class="layui-btn" lay-submit x="work-log">立即提交</button><button type="reset" class="layui-btn layui-btn-primary" x="-">重置</button></form></div></div>
<div class="layui-layer layui-layer-dialog" role="dialog"><div class="layui-layer-title">信息</div><div class="layui-layer-content">确定删除该条日志吗？</div><div class="layui-layer-btn"><a class="layui-layer-btn0" x="-">确定</a><a class="layui-layer-btn1" x="-">取消</a></div></div>
<span class="layui-badge" x="-">未签收</span><span class="layui-breadcrumb"><a href="/" x="-">首页</a><a href="/daka" x="-">打卡</a></span><button class="layui-btn" x="download"><i class="layui-icon layui-icon-export"></i></button><i class="layui-icon layui-icon-praise" style="cursor:pointer" x="like"></i><i class="layui-icon layui-icon-share" style="cursor:pointer" x="share"></i><i class="layui-icon layui-icon-tread" style="cursor:pointer" x="-"></i></div>`,
  },
  {
    name: 'easyui: statistics',
    html: `
<div class="panel layout-panel"><ul class="easyui-tree tree"><li><div class="tree-node"><span class="tree-title" x="-">签到打卡</span></div></li><li><div class="tree-node"><span class="tree-title" x="-">登录日志</span></div></li></ul></div>
<div class="datagrid-toolbar"><a href="javascript:void(0)" class="l-btn l-btn-plain" x="download"><span class="l-btn-left"><span class="l-btn-text">导出</span></span></a><a href="javascript:void(0)" class="l-btn l-btn-plain" x="-"><span class="l-btn-left"><span class="l-btn-text">新增</span></span></a><a href="javascript:void(0)" class="l-btn l-btn-plain" x="receipt"><span class="l-btn-left"><span class="l-btn-text">批量签收</span></span></a><a href="javascript:void(0)" class="l-btn l-btn-plain" x="-"><span class="l-btn-left"><span class="l-btn-text">上报</span></span></a><a href="javascript:void(0)" class="l-btn l-btn-plain" x="-"><span class="l-btn-left"><span class="l-btn-text">导出记录</span></span></a></div>
<table class="datagrid-btable"><tbody><tr><td><div class="datagrid-cell">月报</div></td><td><div class="datagrid-cell"><a href="javascript:qs(1)" x="receipt">阅签</a> <a href="javascript:dl(1)" x="download">附件下载</a> <a href="javascript:v(1)" x="-">查看</a></div></td></tr></tbody></table>
<div class="panel window" role="dialog"><div class="panel-header panel-title">值班日志</div><div class="dialog-button"><a href="javascript:void(0)" class="l-btn" x="work-log"><span class="l-btn-text">保存</span></a><a href="javascript:void(0)" class="l-btn" x="-"><span class="l-btn-text">关闭</span></a></div></div>
<div class="messager-window" role="dialog"><div class="panel-title">提示</div><div class="dialog-button"><a href="javascript:void(0)" class="l-btn" x="-"><span class="l-btn-text">确定</span></a></div></div>`,
  },
  {
    name: 'uni-app: patrol',
    html: `
<uni-view class="page"><uni-view class="title">网格巡查</uni-view><uni-button class="primary" x="location">开始巡查</uni-button><uni-button x="location">获取当前位置</uni-button><uni-button x="check-in">拍照打卡</uni-button><uni-button x="check-in">到岗签到</uni-button><uni-button x="-">事件上报</uni-button><uni-view class="btn-qd" style="cursor:pointer" x="check-in">点击签到</uni-view><uni-view class="loc" x="-">当前位置：青山镇柳溪村</uni-view><uni-view class="again" style="cursor:pointer" x="location">刷新定位</uni-view><uni-view class="hist" style="cursor:pointer" x="-">巡查轨迹</uni-view><uni-view class="hist" style="cursor:pointer" x="-">签到历史</uni-view></uni-view>`,
  },
  {
    name: 'bootstrap: village platform',
    html: `
<nav class="navbar"><ul class="nav navbar-nav"><li><a href="/sign" x="-">签到</a></li><li><a href="/news" x="-">新闻</a></li><li><a href="/vote" x="-">网络投票</a></li><li><a href="/download" x="-">下载中心</a></li></ul></nav>
<div class="container"><ol class="breadcrumb"><li><a href="/" x="-">首页</a></li><li class="active" x="-">点赞</li></ol>
<div class="row position-relative"><div class="col btn-group"><button class="btn btn-primary" x="check-in">会议签到</button><button class="btn btn-default" x="-">会议签到表</button><button class="btn btn-default" x="check-in">签退</button></div>
<a class="btn btn-success" href="#" x="like">为他点赞</a><a class="btn btn-success" href="#" x="vote">投他一票</a><a class="btn btn-link" href="/vote/12" x="-">“最美家庭”投票公示</a><a class="btn btn-link" href="#" x="vote">立即投票</a><a href="#" class="btn" x="-">投票规则</a>
<button class="btn" x="work-log">填写民情日记</button><button class="btn" x="work-log">写周报</button><button class="btn" x="-">周报统计</button><button class="btn" x="-">更新日志</button>
<button class="btn" x="quiz">参加考试</button><button class="btn" x="quiz">提交试卷</button><button class="btn" x="quiz">再答一次</button><button class="btn" x="-">公务员考试报名</button><button class="btn" x="-">成绩查询</button>
<button class="btn" x="share">一键转发</button><button class="btn" x="share">转发朋友圈</button><button class="btn" x="-">资源共享</button><button class="btn" x="-">经验分享会</button>
<div class="modal-content" role="dialog"><div class="modal-header"><h4 class="modal-title">民主评议投票</h4></div><div class="modal-footer"><button class="btn btn-primary" x="-">提交</button></div></div>
<div class="modal-content" role="dialog"><div class="modal-header"><h4 class="modal-title">走访日志</h4></div><div class="modal-footer"><button class="btn btn-primary" x="work-log">保 存</button><button class="btn" x="-">关闭</button></div></div>
<div class="modal-content" role="dialog"><div class="modal-header"><h4 class="modal-title">日志管理</h4></div><div class="modal-footer"><button class="btn btn-primary" x="-">保 存</button></div></div></div></div>`,
  },
  {
    name: 'by hand: message centre',
    html: `
<div class="msg-top"><a href="javascript:;" class="all-read" x="read-confirm">一键已读</a><a href="javascript:;" x="-">清空消息</a><a href="javascript:;" class="cur" x="-">未读(50)</a><a href="javascript:;" x="-">已读</a></div>
<div class="msg"><p>请于11月25日前完成学习打卡任务</p><button class="b1" x="read-confirm">确认收到</button><button class="b2" x="read-confirm">我已知晓</button><button class="b3" x="-">忽略</button><button class="b4" x="-">查看已读名单</button></div>
<div class="msg"><p>系统将于今晚维护</p><button class="b1" x="read-confirm">设为已读</button><button x="-">知道了</button></div>
<label class="agree" x="read-confirm"><input type="checkbox"> 我已认真阅读</label><label class="agree" x="-"><input type="checkbox"> 我已阅读并同意《隐私政策》</label><label class="agree" x="-"><input type="checkbox"> 下载后打开</label>
<button x="read-confirm">阅读完毕</button><button x="read-confirm">完成学习</button><button x="-">继续学习</button><button x="-">我的学习</button><button x="-">已读回执设置</button>`,
  },
  {
    name: 'by hand: zones of one page',
    html: `
<div class="index-news"><h2>工作动态</h2><ul><li><a href="/1.html" x="-">我县启动会议签到无纸化改革</a></li><li><a href="/2.html" x="-">分享</a></li><li><a href="/3.html" x="-">点赞“十佳”村支书</a></li><li><a href="/4.html" x="-">南方日报：减负之后</a></li><li><a href="/5.html" x="-">法治日报</a></li><li><a href="/6.html" x="-">关于转发市委文件精神的通知</a></li><li><a href="/7.html" x="-">2026年考试录用公务员公告</a></li></ul></div>
<article><h1>基层减负</h1><p>干部反映，每天要在十几个应用里<a href="/x" x="-">签到</a>、<a href="/y" x="-">打卡</a>，还要<a href="/z" x="-">点赞</a>，负担不轻。</p><div class="share-box"><span>分享到：</span><a href="#" class="icon-weixin" title="微信" x="-"></a><a href="#" class="share-wx" title="分享到朋友圈" x="share"></a></div><div class="zan" style="cursor:pointer" x="like">赞(12)</div><div class="views" x="-">浏览 32</div></article>
<select x="-"><option x="-">签到</option><option x="-">未签到</option></select>
<div class="el-select-dropdown"><li class="el-select-dropdown__item" x="-">打卡</li><li class="el-select-dropdown__item" x="-">投票</li></div>
<div class="el-steps"><div class="el-step__title" x="-">签到</div><div class="el-step__title" x="-">答题</div></div>
<div class="filters"><ul class="filter-list"><li style="cursor:pointer" x="-">下载</li><li style="cursor:pointer" x="-">签收</li></ul></div>
<div class="status-cell" x="-">签收</div><td class="state"><span x="-">已打卡</span></td>`,
  },
  {
    name: 'react: workbench',
    html: `
<div class="wb"><div class="tile" role="button" tabindex="0" x="check-in"><svg></svg><div>健康打卡</div></div><div class="tile" role="button" tabindex="0" x="work-log"><svg></svg><div>写日志</div></div><div class="tile" role="button" tabindex="0" x="-"><svg></svg><div>通讯录</div></div><div class="tile" role="button" tabindex="0" x="-"><svg></svg><div>打卡统计</div></div><div class="tile" role="button" tabindex="0" x="-"><svg></svg><div>任务下载管理</div></div></div>
<div class="float-btn" style="position:fixed;right:10px;bottom:80px;cursor:pointer" x="check-in">打卡</div>
<div class="ant-float-btn" role="button" tabindex="0" aria-label="签到" x="check-in"><span class="anticon anticon-check-circle"></span></div>
<button class="ant-btn ant-btn-icon-only" aria-label="下载" x="download"><span class="anticon anticon-download"></span></button><button class="ant-btn ant-btn-icon-only" x="-"><span role="img" aria-label="setting" class="anticon anticon-setting"></span></button><button class="ant-btn ant-btn-icon-only" x="-"><span role="img" aria-label="cloud-upload" class="anticon anticon-cloud-upload"></span></button><button class="ant-btn ant-btn-icon-only" x="download"><span role="img" aria-label="export" class="anticon anticon-export"></span></button>
<button class="ant-btn" x="check-in"><span>GPS签到</span></button><button class="ant-btn" x="check-in"><span>人脸签到</span></button><button class="ant-btn" x="check-in"><span>扫码签到</span></button><button class="ant-btn" x="check-in"><span>走访打卡</span></button><button class="ant-btn" x="check-in"><span>簽到</span></button><button class="ant-btn" x="-"><span>签到设置</span></button><button class="ant-btn" x="-"><span>打卡地点</span></button><button class="ant-btn" x="-"><span>打卡范围</span></button><button class="ant-btn" x="-"><span>签字</span></button><button class="ant-btn" x="-"><span>签署合同</span></button><button class="ant-btn" x="-"><span>快递签收</span></button>
<button class="ant-btn" x="download"><span>下载模板</span></button><button class="ant-btn" x="download"><span>导出PDF</span></button><button class="ant-btn" x="download"><span>打包下载</span></button><button class="ant-btn" x="download"><span>导出当前页</span></button><button class="ant-btn" x="-"><span>下载记录</span></button><button class="ant-btn" x="-"><span>扫码下载</span></button>
<button class="ant-btn" x="location"><span>上报位置</span></button><button class="ant-btn" x="location"><span>结束走访</span></button><button class="ant-btn" x="-"><span>机构位置</span></button><button class="ant-btn" x="-"><span>地图定位点管理</span></button>
<button class="ant-btn" x="like"><span>送花</span></button><button class="ant-btn" x="like"><span>助力</span></button><button class="ant-btn" x="-"><span>赞助单位</span></button><button class="ant-btn" x="-"><span>获赞 36</span></button>
<button class="ant-btn" x="quiz"><span>开始考试</span></button><button class="ant-btn" x="quiz"><span>模拟考试</span></button><button class="ant-btn" x="-"><span>考试安排</span></button><button class="ant-btn" x="-"><span>退出考试</span></button>
<button class="ant-btn" x="receipt"><span>提交回执</span></button><button class="ant-btn" x="receipt"><span>签收文件</span></button><button class="ant-btn" x="-"><span>签收单打印</span></button><button class="ant-btn" x="-"><span>签收率</span></button></div>`,
  },
];
