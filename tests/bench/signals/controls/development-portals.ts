import type { ControlPage } from './control-page';

/**
 * Pages for development after portals as they are used: offices, hotline orders, river chiefs, party
 * building, study, websites; most controls on them are traps.
 */
export const DEVELOPMENT_PORTALS: readonly ControlPage[] = [
  {
    name: 'office: documents',
    title: '协同办公系统',
    html: `
<div class="ant-layout-sider"><ul class="ant-menu" role="menu"><li class="ant-menu-item" role="menuitem" x="-">待签收公文</li><li class="ant-menu-item" role="menuitem" x="-">已阅公文</li><li class="ant-menu-item" role="menuitem" x="-">外出签到统计</li><li class="ant-menu-item" role="menuitem" x="-">督办日志</li></ul></div>
<div class="ant-tabs"><div class="ant-tabs-tab" role="tab" x="-">未读（12）</div><div class="ant-tabs-tab ant-tabs-tab-active" role="tab" x="-">已读（80）</div></div>
<div class="ant-table"><table><thead><tr><th x="-">签收状态</th><th x="-">签到时间</th></tr></thead><tbody>
<tr><td>关于做好秋冬季防火的通知</td><td><button class="ant-btn ant-btn-link" x="receipt"><span>签 收</span></button><button class="ant-btn ant-btn-link" x="-"><span>签收情况</span></button><button class="ant-btn ant-btn-link" x="-"><span>催办未签收</span></button></td></tr>
<tr><td>关于报送半年总结的通知</td><td><span class="ant-tag" x="-">已签收</span><button class="ant-btn ant-btn-link" x="-"><span>撤回签收</span></button><button class="ant-btn ant-btn-link" x="download"><span>下载附件</span></button></td></tr></tbody></table></div>
<div class="ant-modal" role="dialog"><div class="ant-modal-title">电子签章</div><div class="ant-modal-footer"><button class="ant-btn" x="-"><span>取 消</span></button><button class="ant-btn ant-btn-primary" x="-"><span>确 定</span></button></div></div>
<button class="ant-btn ant-btn-primary" x="read-confirm"><span>全部标为已读</span></button><button class="ant-btn" x="-"><span>标为未读</span></button><button class="ant-btn" x="-"><span>发起会签</span></button><button class="ant-btn" x="-"><span>签发</span></button>`,
  },
  {
    name: 'hotline: orders',
    title: '12345 工单办理',
    html: `
<div class="el-card"><div class="el-card__header">工单详情</div><div class="el-card__body">
<button class="el-button el-button--primary" x="receipt"><span>工单签收</span></button><button class="el-button" x="-"><span>退回工单</span></button><button class="el-button" x="-"><span>申请延期</span></button><button class="el-button" x="-"><span>转派</span></button><button class="el-button" x="-"><span>工单回访</span></button><button class="el-button" x="-"><span>办结</span></button>
<p class="info" x="-">签收时限：2 小时</p><p class="info" x="-">当前位置：办理中</p><span class="el-tag" x="-">超时未签收</span>
<div class="el-steps"><div class="el-step__title" x="-">签收</div><div class="el-step__title" x="-">办理</div><div class="el-step__title" x="-">回访</div></div>
<div class="el-dropdown-menu"><li class="el-dropdown-menu__item" tabindex="-1" x="-">打印签收单</li><li class="el-dropdown-menu__item" tabindex="-1" x="-">查看日志</li></div></div></div>
<div class="el-message-box" role="dialog"><div class="el-message-box__title">短信验证</div><button class="el-button" x="-"><span>58 秒后重新获取</span></button><button class="el-button el-button--primary" x="-"><span>确定</span></button></div>`,
  },
  {
    name: 'river chief: patrols',
    title: '河长制工作平台',
    html: `
<div class="van-nav-bar"><div class="van-nav-bar__title">我要巡河</div></div>
<button class="van-button van-button--primary van-button--block" x="location"><span class="van-button__text">开始巡河</span></button>
<div class="van-cell van-cell--clickable" role="button" tabindex="0" x="-"><div class="van-cell__title">巡河日志查询</div></div><div class="van-cell van-cell--clickable" role="button" tabindex="0" x="-"><div class="van-cell__title">巡河达标率</div></div><div class="van-cell" x="-"><div class="van-cell__title">定位精度</div><div class="van-cell__value">30 米</div></div>
<button class="van-button" x="work-log"><span class="van-button__text">填写巡河日志</span></button><button class="van-button" x="-"><span class="van-button__text">问题上报</span></button><button class="van-button" x="-"><span class="van-button__text">查看轨迹</span></button>
<div class="van-dropdown-item" role="menuitem" x="-">按打卡次数排序</div><div class="map-tools"><span class="zoom" style="cursor:pointer" title="放大" x="-">+</span><span class="loc" style="cursor:pointer" title="图层" x="-">图层</span></div>`,
  },
  {
    name: 'party building',
    title: '智慧党建云平台',
    html: `
<nav><a href="/home" x="-">首页</a><a href="/dyhd" x="-">党员活动签到管理</a><a href="/xx" x="-">学习园地</a></nav>
<article><h2 x="-">全镇党员干部踊跃签到参加志愿服务</h2><p>……</p><div class="share-bar"><a class="bds_weixin" title="分享到微信" href="#" x="share"></a><a class="bds_print" title="打印" href="javascript:print()" x="-"></a><a class="zan" href="javascript:;" x="like">赞(12)</a><a class="cmt" href="#cmt" x="-">评论(3)</a></div></article>
<div class="activity"><h3>主题党日</h3><a class="btn" href="javascript:;" x="check-in">立即签到</a><a class="btn" href="/act/3/list" x="-">签到名单</a><a class="btn" href="/act/3" x="-">活动详情</a><a class="btn" href="javascript:;" x="-">我要报名</a></div>
<div class="vote-box"><h3>“两优一先”评选</h3><label x="-"><input type="radio" name="v">张某某</label><button x="vote">提交投票</button><a href="/vote/result" x="-">查看投票结果</a></div>
<div class="quiz"><a href="javascript:start()" x="quiz">开始答题</a><a href="/quiz/rank" x="-">答题排行榜</a><a href="/quiz/rule" x="-">答题规则</a></div>
<div class="fee"><button x="-">交纳党费</button><button x="-">党费查询</button></div>`,
  },
  {
    name: 'online study',
    title: '干部网络学院',
    html: `
<div class="course"><video controls width="10" height="10"></video><button class="play" x="-">继续学习</button><button class="fav" x="-">收藏课程</button><button class="like" aria-label="点赞" x="like"><i class="icon-dianzan"></i></button><button class="note" x="-">记笔记</button></div>
<div class="ivu-modal" role="dialog"><div class="ivu-modal-header">温馨提示</div><div class="ivu-modal-body">您还在学习吗？</div><button class="ivu-btn ivu-btn-primary" x="-"><span>继续</span></button></div>
<div class="ivu-tabs"><div class="ivu-tabs-tab" role="tab" x="-">课后测试</div><div class="ivu-tabs-tab" role="tab" x="-">学习心得</div></div>
<button class="ivu-btn" x="quiz"><span>进入考试</span></button><button class="ivu-btn" x="quiz"><span>交卷</span></button><button class="ivu-btn" x="-"><span>查看解析</span></button><button class="ivu-btn" x="quiz"><span>下一题</span></button><button class="ivu-btn" x="-"><span>打印证书</span></button><button class="ivu-btn" x="check-in"><span>今日打卡</span></button><button class="ivu-btn" x="-"><span>打卡日历</span></button><button class="ivu-btn ivu-btn-disabled" disabled x="-"><span>今日已打卡</span></button>`,
  },
  {
    name: 'government website',
    title: '清江县人民政府',
    html: `
<div class="pos" x="-">当前位置：首页 &gt; 政务公开 &gt; 下载</div><ul class="list"><li><a href="/1" x="-">县领导到签到处看望参会代表</a></li><li><a href="/2" x="-">关于转发《消防安全责任制实施办法》的通知</a></li><li><a href="/3" x="-">人民日报：让打卡回归本意</a></li><li><a href="/4" x="-">清江日报 11 月 20 日第 2 版</a></li><li><a href="/5" x="-">“我为群众办实事”点赞典型</a></li></ul>
<a href="/files/1.doc" x="download">附件：申请表.doc</a><a href="/files" x="-">下载中心</a><a href="javascript:void(0)" class="qr" x="-">扫码关注公众号</a><form><input name="kw"><button x="-">搜 索</button></form>
<a href="/signIn" x="-">Sign in</a><a href="/login?type=sign" x="-">登录/注册</a><button class="signin-submit" x="-">登 录</button><a href="javascript:;" id="share-weibo" title="分享到微博" x="share"></a><a href="javascript:window.print()" x="-">打印本页</a><a href="javascript:window.close()" x="-">关闭窗口</a><button x="-">我要纠错</button><a href="/zxts" x="-">在线投诉</a><span style="cursor:pointer" x="-">无障碍阅读</span><span style="cursor:pointer" x="-">阅读全文</span>`,
  },
  {
    name: 'poverty monitoring',
    title: '防返贫动态监测',
    html: `
<div class="layui-tab-item layui-show"><button class="layui-btn" x="-">新增走访</button><button class="layui-btn" x="-">保存</button><button class="layui-btn layui-btn-normal" x="-">提交审核</button><button class="layui-btn" x="download">导出 Excel</button><button class="layui-btn" x="-">导入</button><button class="layui-btn" x="-">下载导入模板说明</button><button class="layui-btn" x="-">数据上报</button></div>
<table class="layui-table"><tr><td>帮扶日志</td><td><a lay-event="add" class="layui-btn layui-btn-xs" x="work-log">写帮扶日志</a><a lay-event="del" class="layui-btn layui-btn-xs" x="-">删除</a><a lay-event="log" class="layui-btn layui-btn-xs" x="-">操作日志</a></td></tr></table>
<div class="layui-layer" role="dialog"><div class="layui-layer-title">系统公告</div><div class="layui-layer-content">本周六停机维护。</div><div class="layui-layer-btn"><a class="layui-layer-btn0" x="-">知道了</a></div></div>
<select><option x="-">签到</option></select><label x="-">是否收到补贴</label><input type="checkbox" x="-"><span x="-">已阅读并同意《用户协议》</span>`,
  },
  {
    name: 'attendance',
    title: '机关考勤',
    html: `
<div class="t-layout"><div class="t-menu__item" x="-">考勤打卡记录</div><div class="t-calendar"><div class="t-calendar__cell" style="cursor:pointer" x="-">23</div></div>
<button class="t-button t-button--theme-primary" x="check-in"><span class="t-button__text">签到</span></button><button class="t-button" x="check-in"><span class="t-button__text">签退</span></button><button class="t-button" x="-"><span class="t-button__text">补签申请</span></button><button class="t-button" x="-"><span class="t-button__text">请假</span></button><button class="t-button" x="download"><span class="t-button__text">导出</span></button><button class="t-button" x="-"><span class="t-button__text">签到设置</span></button><button class="t-button" x="-"><span class="t-button__text">生成签到码</span></button><button class="t-button" x="-"><span class="t-button__text">发起签到</span></button><button class="t-button" x="-"><span class="t-button__text">结束签到</span></button></div>
<div class="t-statistic" x="-">本月打卡 18 天</div><a href="#/rule" x="-">打卡规则</a><a href="#/help" x="-">如何打卡？</a>`,
  },
];
