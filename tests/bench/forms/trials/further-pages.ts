import { enter, html, type Trial } from './trial';

const NONE = { forms: [], accepted: [] } as const;

/** More habits of hand-written pages: how they ask, answer and refuse. */
export const FURTHER_PAGES: readonly Trial[] = [
  {
    id: 'fields-kept',
    pages: {
      '/': html(
        `<div class="p"><label for="a">发证机关</label><input id="a"><label for="b">证书编号</label><input id="b"><label for="c">备注说明</label><textarea id="c"></textarea><button id="s" onclick="go()">保 存</button></div><div id="result_info"></div><script>var n=0;function go(){ $('s').disabled=true; send(n++?'/ok':'/fail', function(r){ $('s').disabled=false; $('result_info').innerHTML=r.code==200?'<font color="green">√ 数据已成功入库</font>':'<font color="red">× '+r.msg+'</font>'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '县残联', '#b': '2026-091', '#c': '补发' });
      await page.locator('#s').click();
      await page.waitForTimeout(4000);
      await page.locator('#s').click();
    },
    truth: {
      forms: [['发证机关', '证书编号', '备注说明']],
      accepted: [{ 发证机关: '县残联', 证书编号: '2026-091', 备注说明: '补发' }],
      attempts: 1,
    },
  },
  {
    id: 'button-tells',
    pages: {
      '/': html(
        `<ul class="fm"><li><em>参会人</em><input id="a"></li><li><em>所在单位</em><input id="b"></li><li><em>是否住宿</em><select id="c"><option>否</option><option>是</option></select></li></ul><a id="s" class="bm" href="#" onclick="go();return false">立即报名</a><script>function go(){ $('s').innerHTML='提交中...'; send('/ok', function(){ $('s').innerHTML='已报名'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '林晓燕', '#b': '青山镇政府', '#c': '是' });
      await page.locator('#s').click();
    },
    truth: {
      forms: [['参会人', '所在单位', '是否住宿']],
      accepted: [{ 参会人: '林晓燕', 所在单位: '青山镇政府', 是否住宿: '是' }],
    },
  },
  {
    id: 'question-then-send',
    pages: {
      '/': html(`<form onsubmit="return false"><table class="ftable"><tr><th>档案名称</th><td><input name="a"></td></tr><tr><th>保管期限</th><td><select name="b"><option>永久</option><option>三十年</option></select></td></tr><tr><th>页数</th><td><input name="c"> 页</td></tr></table><button type="button" onclick="$('q').style.display='block'">归档</button></form>
<div id="q" class="dlg" style="display:none;position:fixed;left:30%;top:30%;background:#fff;border:1px solid #666;padding:20px"><p>归档后不可修改，确定归档吗？</p><button onclick="$('q').style.display='none';go()">确定</button><button onclick="$('q').style.display='none'">取消</button></div><script>function go(){ send('/ok', function(){ toast('归档成功','dlg-tip'); setTimeout(function(){ location.href='/list'; },1200); }); }</script>`),
      '/list': html('<table><tr><td>档案一</td></tr></table>'),
    },
    async work(page) {
      await enter(page, { '[name=a]': '2025年扶贫档案', '[name=b]': '三十年', '[name=c]': '86' });
      await page.getByText('归档', { exact: true }).click();
      await page.locator('#q').getByText('确定', { exact: true }).click();
    },
    truth: {
      forms: [['档案名称', '保管期限', '页数']],
      accepted: [{ 档案名称: '2025年扶贫档案', 保管期限: '三十年', 页数: '86' }],
    },
  },
  {
    id: 'question-denied',
    pages: {
      '/': html(
        `<form onsubmit="return false"><p>物资名称：<input name="a"></p><p>发放数量：<input name="b"></p><p>领取人：<input name="c"></p><button type="button" onclick="if(confirm('确定发放吗？')) go()">确认发放</button></form><script>function go(){ send('/slow', function(){ document.forms[0].reset(); toast('发放成功'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=a]': '棉被', '[name=b]': '2', '[name=c]': '王德福' });
      await page.getByText('确认发放').click();
      await page.waitForTimeout(9000);
    },
    truth: {
      forms: [['物资名称', '发放数量', '领取人']],
      accepted: [{ 物资名称: '棉被', 发放数量: '2', 领取人: '王德福' }],
    },
  },
  {
    id: 'post-back',
    pages: {
      '/': html(
        `<form method="post" action="/again"><div class="err"></div><p>调解员 <input name="a"></p><p>调解日期 <input name="b"></p><p>协议内容 <textarea name="c"></textarea></p><input type="submit" value="保存"></form>`,
      ),
      '/again': html(
        `<form method="post" action="/stored"><div class="err" style="color:red">调解日期格式不正确</div><p>调解员 <input name="a" value="吴长顺"></p><p>调解日期 <input name="b" value="昨天"></p><p>协议内容 <textarea name="c">双方和解</textarea></p><input type="submit" value="保存"></form>`,
      ),
      '/stored': html(
        `<div class="ok-page"><img alt="ok"><span class="big" style="font-size:22px">保存成功</span><p>3秒后自动返回列表</p></div>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=a]': '吴长顺', '[name=b]': '昨天', '[name=c]': '双方和解' });
      await page.locator('[type=submit]').click();
      await page.waitForTimeout(3000);
      await enter(page, { '[name=b]': '2026-11-19' });
      await page.locator('[type=submit]').click();
    },
    truth: {
      forms: [['调解员', '调解日期', '协议内容']],
      accepted: [{ 调解日期: '2026-11-19' }],
      attempts: 1,
    },
  },
  {
    id: 'shadow-form',
    pages: {
      '/': html(
        `<gov-form></gov-form><script>customElements.define('gov-form', class extends HTMLElement { connectedCallback(){ const r=this.attachShadow({mode:'open'}); r.innerHTML='<div><label>事项名称<input id="a"></label><label>办理窗口<input id="b"></label><label>评价意见<textarea id="c"></textarea></label><button id="s">提交评价</button><p id="m"></p></div>'; r.getElementById('s').onclick=()=>fetch('/ok',{method:'POST'}).then(()=>{ r.innerHTML='<h2>评价提交成功，感谢您的支持</h2>'; }); } });</script>`,
      ),
    },
    async work(page) {
      await enter(page, {
        'gov-form #a': '老年证办理',
        'gov-form #b': '3号窗口',
        'gov-form #c': '态度很好',
      });
      await page.locator('gov-form #s').click();
    },
    truth: {
      forms: [['事项名称', '办理窗口', '评价意见']],
      accepted: [{ 事项名称: '老年证办理', 办理窗口: '3号窗口', 评价意见: '态度很好' }],
    },
  },
  {
    id: 'tabs-one-save',
    pages: {
      '/': html(
        `<div class="tabs"><a href="javascript:t(1)">基本情况</a> <a href="javascript:t(2)">收入情况</a></div><div id="t1"><p><span>户主姓名</span><input id="a"></p><p><span>家庭住址</span><input id="b"></p></div><div id="t2" style="display:none"><p><span>工资性收入（元）</span><input id="c"></p><p><span>转移性收入（元）</span><input id="d"></p></div><button onclick="go()">保存全部</button><script>function t(n){ $('t1').style.display=n==1?'':'none'; $('t2').style.display=n==2?'':'none'; } function go(){ send('/ok', function(){ toast('全部保存成功','tipmsg'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '刘福贵', '#b': '石桥村三组8号' });
      await page.getByText('收入情况').click();
      await enter(page, { '#c': '26000', '#d': '1800' });
      await page.getByText('保存全部').click();
    },
    truth: {
      forms: [['户主姓名', '家庭住址', '工资性收入', '转移性收入']],
      accepted: [
        { 户主姓名: '刘福贵', 家庭住址: '石桥村三组8号', 工资性收入: '26000', 转移性收入: '1800' },
      ],
    },
  },
  {
    id: 'matrix-report',
    pages: {
      '/': html(
        `<table border="1"><caption>畜牧业生产情况表</caption><thead><tr><th rowspan="2">指标名称</th><th rowspan="2">计量单位</th><th colspan="2">数量</th></tr><tr><th>本月</th><th>累计</th></tr></thead><tbody><tr><td>生猪存栏</td><td>头</td><td><input id="a"></td><td><input id="b"></td></tr><tr><td>肉牛存栏</td><td>头</td><td><input id="c"></td><td><input id="d"></td></tr></tbody></table><p>填报人：<input id="e"></p><button onclick="go()">上报</button><script>function go(){ send('/ok', function(){ alert('上报成功'); location.reload(); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '320', '#b': '350', '#c': '21', '#d': '21', '#e': '何光明' });
      await page.getByText('上报').click();
    },
    truth: {
      forms: [['生猪存栏', '生猪存栏', '肉牛存栏', '肉牛存栏', '填报人']],
      accepted: [{ 生猪存栏: '350', 肉牛存栏: '21', 填报人: '何光明' }],
    },
  },
  {
    id: 'row-by-row',
    pages: {
      '/': html(
        `<table border="1"><tr><th>村名</th><th>已接种人数</th><th>未接种人数</th><th>操作</th></tr><tr><td>柳溪村</td><td><input id="a" value="10"></td><td><input id="b" value="3"></td><td><a href="javascript:;" onclick="go(this)">保存</a></td></tr><tr><td>石桥村</td><td><input></td><td><input></td><td><a href="javascript:;" onclick="go(this)">保存</a></td></tr></table><script>function go(a){ send('/ok', function(){ a.innerHTML='已保存'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '12', '#b': '1' });
      await page.locator('a').first().click();
    },
    truth: {
      forms: [['已接种人数', '未接种人数']],
      accepted: [{ 已接种人数: '12', 未接种人数: '1' }],
    },
  },
  {
    id: 'unit-switch',
    pages: {
      '/': html(
        `<div class="hdr"><select id="org"><option>青山镇</option><option>河口镇</option></select> <input placeholder="请输入菜单名称" id="menu"></div><h3>年度考核自评</h3><div class="fr"><div class="fi"><div class="fl">考核对象</div><div class="fc"><input id="a"></div></div><div class="fi"><div class="fl">自评得分</div><div class="fc"><input id="b" type="number"></div></div><div class="fi"><div class="fl">加分项</div><div class="fc"><label><input type="checkbox" name="k" id="k1"> 获得表彰</label> <label><input type="checkbox" name="k"> 典型经验</label></div></div><div class="fi"><div class="fl">自评报告</div><div class="fc"><textarea id="c"></textarea></div></div></div><div class="bar"><button>上一页</button><button onclick="go()">提交自评</button></div><script>function go(){ send('/ok', function(){ toast('提交成功！等待考核组评审','zp'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '柳溪村', '#b': '96', '#k1': '', '#c': '全年工作完成良好' });
      await page.getByText('提交自评').click();
    },
    truth: {
      forms: [['考核对象', '自评得分', '加分项', '自评报告']],
      accepted: [
        { 考核对象: '柳溪村', 自评得分: '96', 加分项: '获得表彰', 自评报告: '全年工作完成良好' },
      ],
    },
  },
  {
    id: 'navigation-refused',
    pages: {
      '/': html(
        `<form onsubmit="return false"><p>姓名 <input id="a"></p><p>事由 <input id="b"></p><p>天数 <input id="c"></p><button type="button" onclick="go()">提交申请</button></form><script>function go(){ send('/fail', function(){ location.href='/login'; }); }</script>`,
      ),
      '/login': html(
        '<p>登录超时，请重新登录</p>账号<input>密码<input type="password"><button>登录</button>',
      ),
    },
    async work(page) {
      await enter(page, { '#a': '陈志远', '#b': '参加培训', '#c': '3' });
      await page.getByText('提交申请').click();
    },
    truth: { forms: [['姓名', '事由', '天数']], accepted: [], attempts: 1 },
  },
  {
    id: 'left-half-way',
    pages: {
      '/': html(
        `<a href="/list">台账列表</a><form onsubmit="return false"><p>姓名 <input id="a"></p><p>事由 <input id="b"></p><button type="button" onclick="send('/ok',function(){toast('保存成功')})">保存</button></form>`,
      ),
      '/list': html('<p>台账</p>'),
    },
    async work(page) {
      await enter(page, { '#a': '陈志远', '#b': '参加培训' });
      await page.getByText('台账列表').click();
    },
    truth: { forms: [['姓名', '事由']], accepted: [] },
  },
  {
    id: 'cancelled-window',
    pages: {
      '/': html(
        `<button onclick="$('w').style.display='block'">新增</button><div id="w" class="layui-layer layui-layer-page" style="display:none"><div class="layui-layer-title">新增宣传活动</div><p>活动名称<input id="a"></p><p>活动地点<input id="b"></p><a class="layui-layer-btn0" href="javascript:;">保存</a><a class="layui-layer-btn1" href="javascript:;" onclick="$('w').style.display='none'">取消</a></div><script>setInterval(function(){ send('/autosave',function(){}); },1000)</script>`,
      ),
    },
    async work(page) {
      await page.getByText('新增').first().click();
      await enter(page, { '#a': '反诈宣传', '#b': '村部' });
      await page.getByText('取消').click();
    },
    truth: { forms: [['活动名称', '活动地点']], accepted: [] },
  },
  {
    id: 'toggle-row',
    pages: {
      '/': html(
        `<div class="query-area"><span>姓名</span><input id="q"><span>状态</span><select id="st"><option>全部</option><option>在岗</option></select><i class="btn" onclick="send('/ok',function(){})">搜</i></div><table border="1"><tr><td>林晓燕</td><td><select id="s"><option>在岗</option><option>离岗</option></select></td><td><a href="javascript:;" onclick="send('/ok',function(){toast('操作成功')})">启用</a></td></tr></table>`,
      ),
    },
    async work(page) {
      await enter(page, { '#q': '林', '#st': '在岗' });
      await page.locator('i.btn').click();
      await page.waitForTimeout(1000);
      await page.getByText('启用').click();
    },
    truth: NONE,
  },
  {
    id: 'message-letter',
    pages: {
      '/': html(
        `<div class="sms"><div>收件人 <input id="a"></div><div>主题 <input id="b"></div><div>正文 <textarea id="c"></textarea></div><button onclick="go()">发送</button></div><script>function go(){ send('/ok', function(){ document.querySelector('.sms').innerHTML='<b>发送成功</b>'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '各村文书', '#b': '报表催报', '#c': '请今日下班前报送' });
      await page.getByText('发送').click();
    },
    truth: {
      forms: [['收件人', '主题', '正文']],
      accepted: [{ 收件人: '各村文书', 主题: '报表催报', 正文: '请今日下班前报送' }],
    },
  },
  {
    id: 'score-many',
    pages: {
      '/': html(
        `<form onsubmit="return false"><table border="1"><tr><th>评议内容</th><th>好</th><th>较好</th><th>一般</th></tr><tr><td>政治素质</td><td><input type="radio" name="r1" id="x"></td><td><input type="radio" name="r1"></td><td><input type="radio" name="r1"></td></tr><tr><td>工作作风</td><td><input type="radio" name="r2"></td><td><input type="radio" name="r2" id="y"></td><td><input type="radio" name="r2"></td></tr></table><p>意见建议：<textarea id="o"></textarea></p><button type="button" onclick="go()">提交测评</button></form><script>function go(){ send('/ok', function(){ document.body.innerHTML='<h2>测评完成</h2>'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#x': '', '#y': '', '#o': '多下村' });
      await page.getByText('提交测评').click();
    },
    truth: {
      forms: [['政治素质', '工作作风', '意见建议']],
      accepted: [{ 政治素质: '好', 工作作风: '较好', 意见建议: '多下村' }],
    },
  },
  {
    id: 'upper-labels',
    pages: {
      '/': html(
        `<style>.g{display:grid;grid-template-columns:1fr 1fr}</style><div class="g"><div><div><span style="color:#f00">✱</span>受助学生</div><input id="a"><div class="tip">请填写学生本人姓名</div></div><div><div>就读学校（全称）</div><input id="b"></div><div><div>资助金额/元</div><input id="c"></div><div><div>资助日期</div><input id="d" type="date"></div></div><div style="text-align:right"><span class="bt" style="cursor:pointer" onclick="go()">保　存</span></div><script>function go(){ send('/ok', function(){ toast('保存成功。','nn'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '王小虎', '#b': '青山镇中心小学', '#c': '800' });
      await page.locator('.bt').click();
    },
    truth: {
      forms: [['受助学生', '就读学校', '资助金额', '资助日期']],
      accepted: [{ 受助学生: '王小虎', 就读学校: '青山镇中心小学', 资助金额: '800' }],
    },
  },
  {
    id: 'own-time-limit',
    pages: {
      '/': html(
        `<form onsubmit="return false"><p>核查对象 <input id="a"></p><p>核查情况 <input id="b"></p><button type="button" onclick="go()">提 交</button></form><script>function go(){ var d=document.createElement('div'); d.className='mask'; d.style.cssText='position:fixed;inset:0;background:rgba(0,0,0,.3)'; d.textContent='数据提交中，请稍候…'; document.body.appendChild(d); send('/slow', function(){ d.remove(); toast('已提交至上级审核'); document.forms[0].reset(); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '王德福', '#b': '情况属实' });
      await page.getByText('提 交').click();
      await page.waitForTimeout(9500);
    },
    truth: {
      forms: [['核查对象', '核查情况']],
      accepted: [{ 核查对象: '王德福', 核查情况: '情况属实' }],
    },
  },
  {
    // What went well or wrong stands in a line of its own, with a ground of its own, above the form.
    id: 'tinted-line',
    pages: {
      '/': html(
        `<div id="c"><p>帮扶对象 <input id="a"></p><p>帮扶措施 <input id="b"></p><p>备注说明 <input id="e"></p><button type="button" onclick="go(1)">暂 存</button> <button type="button" onclick="go(0)">报 送</button></div><script>function go(draft){ var line=$('n'); if(line) line.remove(); line=document.createElement('div'); line.id='n'; line.style.cssText='padding:6px;background:#eef6ee'; if(!draft && $('b').value===''){ line.textContent='请填写帮扶措施'; $('c').before(line); return; } send('/ok', function(){ line.textContent=draft?'草稿已保存，可稍后继续填写':'本条记录已报送'; $('c').before(line); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '王德福' });
      await page.getByText('报 送').click();
      await page.waitForTimeout(4500);
      await enter(page, { '#b': '产业帮扶' });
      await page.getByText('暂 存').click();
      await page.waitForTimeout(4500);
      await enter(page, { '#e': '按季走访' });
      await page.getByText('报 送').click();
    },
    truth: {
      forms: [['帮扶对象', '帮扶措施', '备注说明']],
      accepted: [
        { 帮扶对象: '王德福', 帮扶措施: '产业帮扶' },
        { 帮扶对象: '王德福', 帮扶措施: '产业帮扶', 备注说明: '按季走访' },
      ],
      attempts: 1,
      intents: ['draft', 'final'],
    },
  },
  {
    // What is drawn anew after a refusal is the state of other things, though each stands in a box.
    id: 'boxes-of-states',
    pages: {
      '/': html(
        `<div id="s"></div><div><p>巡查地点 <input id="a"></p><p>巡查情况 <input id="b"></p><button type="button" onclick="go()">上 报</button></div><script>function draw(){ $('s').innerHTML='<div style="display:flex;gap:8px">'+['走访任务已完成','第一季度材料已提交','培训报名已受理'].map(function(t){return '<div style="background:#eef6ee;padding:8px;flex:1">'+t+'</div>'}).join('')+'</div>'; } draw(); function go(){ send('/fail', draw); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '北山水库', '#b': '无异常' });
      await page.getByText('上 报').click();
    },
    truth: { forms: [['巡查地点', '巡查情况']], accepted: [], attempts: 1 },
  },
  {
    // A large line of state that is drawn anew after a refusal, with a rest between going and coming.
    id: 'redrawn-state',
    pages: {
      '/': html(
        `<div id="s"></div><div><p>巡查地点 <input id="a"></p><p>巡查情况 <input id="b"></p><button type="button" onclick="go()">上 报</button></div><script>function draw(){ $('s').innerHTML='<div style="font-size:18px">走访任务已完成</div>'; } draw(); function go(){ send('/fail', function(){ $('s').innerHTML=''; setTimeout(draw, 400); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '北山水库', '#b': '无异常' });
      await page.getByText('上 报').click();
    },
    truth: { forms: [['巡查地点', '巡查情况']], accepted: [], attempts: 1 },
  },
  {
    // The same words in the same place, cleared before each sending, speak of each of them.
    id: 'said-again',
    pages: {
      '/': html(
        `<div><p>走访对象 <input id="a"></p><p>走访情况 <input id="b"></p><button type="button" onclick="go()">保 存</button> <font color="green" id="n"></font></div><script>function go(){ $('n').textContent=''; send('/ok', function(){ $('n').textContent='保存成功'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '王德福', '#b': '一切正常' });
      await page.getByText('保 存').click();
      await page.waitForTimeout(4500);
      await enter(page, { '#a': '李秀兰', '#b': '已送药' });
      await page.getByText('保 存').click();
    },
    truth: {
      forms: [['走访对象', '走访情况']],
      accepted: [
        { 走访对象: '王德福', 走访情况: '一切正常' },
        { 走访对象: '李秀兰', 走访情况: '已送药' },
      ],
    },
  },
  {
    // The page refuses in a way that nobody can read, and the person goes elsewhere by the address.
    id: 'left-long-after',
    pages: {
      '/': html(
        `<div><p>养殖户 <input id="a"></p><p>存栏数 <input id="b"></p><button type="button" onclick="$('b').focus()">提 交</button></div>`,
      ),
      '/other': html('<h3>值班安排</h3><p>今天由一组值班</p>'),
    },
    async work(page) {
      await enter(page, { '#a': '王德福' });
      await page.getByText('提 交').click();
      await page.waitForTimeout(5000);
      await page.goto(new URL('/other', page.url()).href);
    },
    truth: { forms: [['养殖户', '存栏数']], accepted: [], attempts: 1 },
  },
  {
    // A script sends the form, no event tells of it, and the server takes its time.
    id: 'slow-answering-page',
    pages: {
      '/': html(
        `<form id="f" method="post" action="/slow"><p>养殖户 <input name="a"></p><p>存栏数 <input name="b"></p><a href="javascript:void(0)" onclick="$('f').submit()">提 交</a></form>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=a]': '王德福', '[name=b]': '12' });
      await page.getByText('提 交').click();
      await page.waitForTimeout(9000);
    },
    truth: {
      forms: [['养殖户', '存栏数']],
      accepted: [{ 养殖户: '王德福', 存栏数: '12' }],
    },
  },
];
