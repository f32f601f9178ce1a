import { enter, html, type Trial } from './trial';

/** Plain pages as JSP, ASP.NET and jQuery systems make them. */
export const CLASSIC_PAGES: readonly Trial[] = [
  {
    id: 'nested-tables',
    pages: {
      '/': html(`<table width="100%" border="0"><tr><td bgcolor="#ddeeff"><b>特困人员信息登记</b></td></tr><tr><td>
<form name="f" action="/done" method="post"><table width="98%" border="1" cellspacing="0"><tr>
<td width="15%" align="right" bgcolor="#eef">姓&nbsp;&nbsp;&nbsp;&nbsp;名：<font color="red">*</font></td><td><table border="0"><tr><td><input name="xm" size="20"></td><td><a href="javascript:void(0)">读卡</a></td></tr></table></td>
<td align="right" bgcolor="#eef">性&nbsp;&nbsp;&nbsp;&nbsp;别：</td><td><input type="radio" name="xb" value="1" checked>男 <input type="radio" name="xb" value="2" id="nv">女</td></tr>
<tr><td align="right">身份证号：<font color="red">*</font></td><td colspan="3"><input name="sfzh" size="40"> <span style="color:#999">(18位)</span></td></tr>
<tr><td align="right">供养方式：</td><td><select name="gyfs"><option value="">--请选择--</option><option>集中供养</option><option>分散供养</option></select></td>
<td align="right">月供养金：</td><td><input name="je" size="8">元/月</td></tr>
<tr><td align="right">备&nbsp;&nbsp;&nbsp;&nbsp;注：</td><td colspan="3"><textarea name="bz" cols="60" rows="3"></textarea></td></tr></table>
<div align="center"><a href="javascript:doSave()"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" border="0">保 存</a>&nbsp;<a href="javascript:history.back()">返 回</a></div></form></td></tr></table>
<script>function doSave(){ if(document.f.sfzh.value.length!=18){alert('身份证号码长度不正确！');return;} document.f.submit(); }</script>`),
      '/done': html(`<script>alert('保存成功！');location.href='/list';</script>`),
      '/list': html(
        `<table border="1"><tr><td>姓名</td><td>状态</td></tr><tr><td>王德福</td><td>待审核</td></tr></table>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=xm]': '王德福', '#nv': '', '[name=sfzh]': '99012319500101101' });
      await page.getByText('保 存').click();
      await page.waitForTimeout(3500);
      await enter(page, {
        '[name=sfzh]': '990123195001011011',
        '[name=gyfs]': '分散供养',
        '[name=je]': '820',
        '[name=bz]': '本人自愿分散供养',
      });
      await page.getByText('保 存').click();
    },
    truth: {
      forms: [['姓名', '性别', '身份证号', '供养方式', '月供养金', '备注']],
      accepted: [
        {
          姓名: '王德福',
          性别: '女',
          身份证号: '990123195001011011',
          供养方式: '分散供养',
          月供养金: '820',
          备注: '本人自愿分散供养',
        },
      ],
      attempts: 1,
    },
  },
  {
    id: 'frameset',
    pages: {
      '/': `<html><frameset rows="40,*"><frame src="/top"><frameset cols="160,*"><frame src="/left"><frame name="main" src="/listing"></frameset></frameset></html>`,
      '/top': html('<b>基层社会治理平台</b> 当前用户：陈志远'),
      '/left': html(
        '<ul><li><a href="/listing" target="main">矛盾纠纷排查</a></li><li><a href="/add" target="main">登记</a></li></ul>',
      ),
      '/listing': html(
        '<form action="/listing">编号<input name="q"><input type="submit" value="查询"></form><table border="1"><tr><th>编号</th><th>当事人</th></tr><tr><td>01</td><td>刘某</td></tr></table>',
      ),
      '/add': html(`<form method="post" action="/redirect2"><table>
<tr><td>当事人姓名</td><td><input name="a"></td></tr><tr><td>纠纷类型</td><td><select name="b"><option>婚姻家庭</option><option>邻里纠纷</option><option>土地权属</option></select></td></tr>
<tr><td>涉及人数(人)</td><td><input name="c"></td></tr><tr><td>简要案情</td><td><textarea name="d"></textarea></td></tr>
<tr><td colspan="2"><input type="submit" value="提  交"><input type="reset" value="重  填"></td></tr></table></form>`),
      '/redirect2': html('<script>location.replace("/listing")</script>'),
    },
    async work(page) {
      await page
        .frameLocator('frame')
        .nth(1)
        .getByText('登记')
        .click()
        .catch(() => {});
      const left = page.frames().find((one) => one.url().endsWith('/left'));
      if (!page.frames().some((one) => one.url().endsWith('/add')))
        await left?.getByText('登记').click();
      await page.waitForTimeout(600);
      const main = page.frames().find((one) => one.url().endsWith('/add'));
      if (!main) throw new Error('The frame did not open.');
      await enter(main, {
        '[name=a]': '刘福贵',
        '[name=b]': '邻里纠纷',
        '[name=c]': '6',
        '[name=d]': '因排水沟改道起争执',
      });
      await main.locator('input[type=submit]').click();
    },
    truth: {
      forms: [['当事人姓名', '纠纷类型', '涉及人数', '简要案情']],
      accepted: [
        {
          当事人姓名: '刘福贵',
          纠纷类型: '邻里纠纷',
          涉及人数: '6',
          简要案情: '因排水沟改道起争执',
        },
      ],
    },
  },
  {
    id: 'frame-target',
    pages: {
      '/': html(`<h3>临时救助</h3><div id="win" style="border:1px solid #999;padding:10px"><form id="f" action="/answer" method="post" target="up">
<p><label>申请人：</label><input name="a"></p><p><label>救助金额：</label><input name="b">元</p><p><label>困难情形：</label><textarea name="c"></textarea></p>
<input type="button" value="上 报" onclick="document.getElementById('f').submit()"><input type="button" value="关闭" onclick="$('win').style.display='none'"></form></div>
<iframe name="up" style="display:none"></iframe><table id="t" border="1"><tr><td>刘福贵</td><td>已救助</td></tr></table>
<script>function after(){ $('win').style.display='none'; $('t').insertAdjacentHTML('beforeend','<tr><td>新</td><td>待审</td></tr>'); }</script>`),
      '/answer': '<script>parent.after()</script>',
    },
    async work(page) {
      await enter(page, { '[name=a]': '吴长顺', '[name=b]': '1500', '[name=c]': '因火灾房屋受损' });
      await page.locator('input[type=button]').first().click();
    },
    truth: {
      forms: [['申请人', '救助金额', '困难情形']],
      accepted: [{ 申请人: '吴长顺', 救助金额: '1500', 困难情形: '因火灾房屋受损' }],
    },
  },
  {
    id: 'jsonp',
    pages: {
      '/': html(`<div class="main"><div class="tit">公益性岗位考勤上报</div><ul class="form-list"><li><span>岗位名称</span><input id="a"></li><li><span>在岗人数</span><input id="b"></li><li><span>缺勤情况</span><input id="c"></li></ul>
<span class="sub" style="cursor:pointer;background:#28c;color:#fff" onclick="go()">提交</span><p id="m"></p></div>
<script>function go(){ window.cb=function(){ ['a','b','c'].forEach(function(k){ $(k).value=''; }); $('m').innerHTML='本次考勤已提交'; }; var s=document.createElement('script'); s.src='/jsonp?callback=cb&t='+Date.now(); document.body.appendChild(s); }</script>`),
    },
    async work(page) {
      await enter(page, { '#a': '村级保洁员', '#b': '12', '#c': '无' });
      await page.locator('.sub').click();
    },
    truth: {
      forms: [['岗位名称', '在岗人数', '缺勤情况']],
      accepted: [{ 岗位名称: '村级保洁员', 在岗人数: '12', 缺勤情况: '无' }],
    },
  },
  {
    id: 'slow-silent',
    pages: {
      '/': html(`<button id="open" onclick="$('box').style.display='block'">新增台账</button><table><tr><td>台账一</td></tr></table>
<div id="box" style="display:none;position:fixed;left:200px;top:80px;background:#fff;border:1px solid #888;padding:20px;width:420px;z-index:9"><div class="hd">新增台账</div>
<dl><dt>台账名称</dt><dd><input name="a"></dd><dt>责任科室</dt><dd><input name="b"></dd><dt>完成时限</dt><dd><input name="c"></dd></dl><div class="ft"><button onclick="save()">确定</button><button onclick="$('box').style.display='none'">取消</button></div></div>
<script>function save(){ send('/slow', function(){ $('box').style.display='none'; }); }</script>`),
    },
    async work(page) {
      await page.locator('#open').click();
      await enter(page, {
        '[name=a]': '秸秆禁烧巡查台账',
        '[name=b]': '农业服务中心',
        '[name=c]': '2026-12-10',
      });
      await page.getByText('确定').click();
      await page.waitForTimeout(9000);
    },
    truth: {
      forms: [['台账名称', '责任科室', '完成时限']],
      accepted: [
        { 台账名称: '秸秆禁烧巡查台账', 责任科室: '农业服务中心', 完成时限: '2026-12-10' },
      ],
    },
  },
  {
    id: 'inline-red',
    pages: {
      '/': html(`<form onsubmit="return false"><h2>残疾人两项补贴申请</h2><span id="msg" style="color:red"></span>
<p>姓名 <input name="a"></p><p>残疾证号 <input name="b"></p><p>开户行 <input name="c"></p><p>卡号 <input name="d"></p><button type="button" onclick="go()">确认提交</button></form>
<script>var n=0;function go(){ n++; send(n==1?'/fail':'/ok', function(r){ $('msg').style.color=r.code==200?'green':'red'; $('msg').innerHTML=r.code==200?'登记完成，请等待审核':r.msg; }); }</script>`),
    },
    async work(page) {
      await enter(page, {
        '[name=a]': '孙玉梅',
        '[name=b]': '99012319641123105443',
        '[name=c]': '青山支行',
        '[name=d]': '6299990000000053904',
      });
      await page.getByText('确认提交').click();
      await page.waitForTimeout(4000);
      await enter(page, { '[name=b]': '99012319641123105444' });
      await page.getByText('确认提交').click();
    },
    truth: {
      forms: [['姓名', '残疾证号', '开户行', '卡号']],
      accepted: [
        {
          姓名: '孙玉梅',
          残疾证号: '99012319641123105444',
          开户行: '青山支行',
          卡号: '6299990000000053904',
        },
      ],
      attempts: 1,
    },
  },
  {
    id: 'alert-reload',
    pages: {
      '/': html(`<div class="form-box"><div class="row"><div class="name">户主</div><div class="val"><input id="a"></div></div><div class="row"><div class="name">改厕类型</div><div class="val"><select id="b"><option>请选择</option><option>三格式</option><option>双瓮式</option></select></div></div><div class="row"><div class="name">竣工日期</div><div class="val"><input id="c" class="Wdate"></div></div></div>
<input type="button" value="保存" onclick="go()"><script>var n=0;function go(){ send(n++?'/ok':'/fail', function(r){ if(r.code!=200){ alert('操作失败：'+r.msg); return; } alert('保存成功'); location.reload(); }); }</script>`),
    },
    async work(page) {
      await enter(page, { '#a': '何光明', '#b': '三格式', '#c': '2026-10-08' });
      await page.locator('input[type=button]').click();
      await page.waitForTimeout(4500);
      await page.locator('input[type=button]').click();
    },
    truth: {
      forms: [['户主', '改厕类型', '竣工日期']],
      accepted: [{ 户主: '何光明', 改厕类型: '三格式', 竣工日期: '2026-10-08' }],
      attempts: 1,
    },
  },
  {
    id: 'row-appears',
    pages: {
      '/': html(`<h4>家庭成员登记</h4><div>成员姓名：<input id="a"> 与户主关系：<input id="b"> 年龄：<input id="c" size="4">岁 <a class="btn" href="javascript:;" onclick="add()">添加</a></div>
<table border="1" id="t"><thead><tr><th>成员姓名</th><th>与户主关系</th><th>年龄</th><th>操作</th></tr></thead><tbody></tbody></table>
<script>function add(){ send('/ok', function(){ var c=['a','b','c'].map(function(k){ var v=$(k).value; $(k).value=''; return '<td>'+v+'</td>'; }); $('t').tBodies[0].insertAdjacentHTML('beforeend','<tr>'+c.join('')+'<td><a href="#">删除</a></td></tr>'); }); }</script>`),
    },
    async work(page) {
      for (const [name, relation, age] of [
        ['周桂香', '配偶', '66'],
        ['王小虎', '孙子', '9'],
      ]) {
        await enter(page, { '#a': name ?? '', '#b': relation ?? '', '#c': age ?? '' });
        await page.getByText('添加').click();
        await page.waitForTimeout(2000);
      }
    },
    truth: {
      forms: [['成员姓名', '与户主关系', '年龄']],
      accepted: [
        { 成员姓名: '周桂香', 与户主关系: '配偶', 年龄: '66' },
        { 成员姓名: '王小虎', 与户主关系: '孙子', 年龄: '9' },
      ],
    },
  },
  {
    id: 'double-click',
    pages: {
      '/': html(`<form onsubmit="return false"><table><tr><td class="tdl">宣讲主题</td><td class="tdr"><input name="a"></td></tr><tr><td class="tdl">宣讲场次</td><td class="tdr"><input name="b"></td></tr><tr><td class="tdl">受众人数</td><td class="tdr"><input name="c"></td></tr></table><button type="button" onclick="go()">提交</button></form>
<script>function go(){ send('/ok', function(){ toast('提交成功','my-tip'); document.forms[0].reset(); }); }</script>`),
    },
    async work(page) {
      await enter(page, { '[name=a]': '反诈宣传', '[name=b]': '3', '[name=c]': '120' });
      await page.getByText('提交').dblclick();
    },
    truth: {
      forms: [['宣讲主题', '宣讲场次', '受众人数']],
      accepted: [{ 宣讲主题: '反诈宣传', 宣讲场次: '3', 受众人数: '120' }],
    },
  },
  {
    id: 'autosave',
    pages: {
      '/': html(`<h3>工作日志</h3><form onsubmit="return false"><label>日期<input name="a"></label><br><label>今日工作<textarea name="b"></textarea></label><br><label>明日计划<textarea name="c"></textarea></label><br><span id="s" style="color:#999"></span><button type="button" onclick="go()">提交日志</button></form>
<script>setInterval(function(){ send('/autosave', function(){ $('s').textContent='草稿已自动保存 '+new Date().toLocaleTimeString(); }); },1500);
function go(){ send('/ok', function(){ document.body.innerHTML='<h3>日志列表</h3><ul><li>11月20日 已提交</li></ul>'; }); }</script>`),
    },
    async work(page) {
      await enter(page, { '[name=a]': '2026-11-20', '[name=b]': '入户走访十户，核对医保缴费' });
      await page.waitForTimeout(3000);
      await enter(page, { '[name=c]': '参加防汛培训' });
      await page.getByText('提交日志').click();
    },
    truth: {
      forms: [['日期', '今日工作', '明日计划']],
      accepted: [
        { 日期: '2026-11-20', 今日工作: '入户走访十户，核对医保缴费', 明日计划: '参加防汛培训' },
      ],
    },
  },
  {
    id: 'edit-record',
    pages: {
      '/': html(`<table border="1"><tr><td>王德福</td><td>白云村</td><td><a href="javascript:edit()">修改</a></td></tr></table><div id="p" style="display:none" class="panel"><div class="panel-title">人员信息</div>
<div class="item"><label class="lb">姓名</label><input id="a"></div><div class="item"><label class="lb">电话</label><input id="b"></div><div class="item"><label class="lb">住址</label><input id="c" size="50"></div><button onclick="go()">保存</button><button>取消</button></div>
<script>function edit(){ $('p').style.display='block'; $('a').value='王德福'; $('b').value='19900001201'; $('c').value='白云村四组'; } function go(){ send('/ok', function(){ $('p').style.display='none'; toast('保存成功','tipbox'); }); }</script>`),
    },
    async work(page) {
      await page.getByText('修改').click();
      await enter(page, { '#b': '19900001238' });
      await page.getByText('保存').click();
    },
    truth: {
      forms: [['姓名', '电话', '住址']],
      accepted: [{ 电话: '19900001238' }],
      intents: ['edit'],
    },
  },
  {
    id: 'wizard',
    pages: {
      '/': html(`<ol><li>基本信息</li><li>家庭情况</li><li>核对提交</li></ol><div class="s" id="s1"><p>户主姓名<input id="a"></p><p>身份证号<input id="b"></p><button onclick="to(2)">下一步</button></div>
<div class="s" id="s2" style="display:none"><p>家庭人口<input id="c"></p><p>年收入（元）<input id="d"></p><button onclick="to(1)">上一步</button><button onclick="to(3)">下一步</button></div>
<div class="s" id="s3" style="display:none"><p>户主姓名：<b id="v"></b></p><p><input type="checkbox" id="ok">本人承诺以上信息属实</p><button onclick="to(2)">上一步</button><button onclick="go()">提交申请</button></div>
<script>function to(n){ for(var i=1;i<4;i++) $('s'+i).style.display=i==n?'':'none'; $('v').textContent=$('a').value; } function go(){ send('/ok', function(){ document.body.innerHTML='<div style="text-align:center"><h1>申请已受理</h1><p>受理编号 20261120001</p></div>'; }); }</script>`),
    },
    async work(page) {
      await enter(page, { '#a': '李秀英', '#b': '990123197810161182' });
      await page.locator('#s1').getByText('下一步').click();
      await enter(page, { '#c': '4', '#d': '32600' });
      await page.locator('#s2').getByText('下一步').click();
      await enter(page, { '#ok': '' });
      await page.getByText('提交申请').click();
    },
    truth: {
      forms: [['户主姓名', '身份证号', '家庭人口', '年收入', '本人承诺以上信息属实']],
      accepted: [
        {
          户主姓名: '李秀英',
          身份证号: '990123197810161182',
          家庭人口: '4',
          年收入: '32600',
          本人承诺以上信息属实: '本人承诺以上信息属实',
        },
      ],
    },
  },
  {
    id: 'batch-grid',
    pages: {
      '/': html(`<h4>2026年三季度种植面积上报</h4><table border="1"><tr align="center"><td>序号</td><td>村名</td><td>水稻(亩)</td><td>玉米(亩)</td></tr>
<tr><td>1</td><td>柳溪村</td><td><input></td><td><input></td></tr><tr><td>2</td><td>石桥村</td><td><input></td><td><input></td></tr></table><p align="right"><input type="button" value="批量保存" onclick="go()"></p>
<script>function go(){ send('/ok', function(){ alert('共保存2条数据'); location.href='/list'; }); }</script>`),
      '/list': html('<table border="1"><tr><td>柳溪村</td><td>已上报</td></tr></table>'),
    },
    async work(page) {
      const boxes = page.locator('input:not([type])');
      for (const [index, value] of ['120.5', '33', '98', '41'].entries()) {
        await boxes.nth(index).click();
        await page.keyboard.type(value);
      }
      await page.getByText('批量保存').or(page.locator('[value=批量保存]')).first().click();
    },
    truth: { forms: [['水稻', '玉米', '水稻', '玉米']], accepted: [{ 水稻: '98', 玉米: '41' }] },
  },
  {
    id: 'aspnet',
    pages: {
      '/': html(`<form id="form1" method="post" action="/"><input type="hidden" name="__VIEWSTATE" value="abc"><div id="header">信访隐患台账</div><div class="menu"><ul><li><a href="javascript:void(0)">首页</a></li><li><a href="javascript:void(0)">台账管理</a></li></ul></div>
<div class="search">关键字：<input name="ctl00$kw"><input type="submit" value="查询"></div>
<div class="content"><table class="tb"><tr><td class="tbl">责任人：</td><td><input name="ctl00$c$txtName" id="ctl00_c_txtName"><span id="rfv" style="color:Red;display:none">*必填项</span></td></tr><tr><td class="tbl">包案领导：</td><td><input name="ctl00$c$txtLead" id="ctl00_c_txtLead"></td></tr><tr><td class="tbl">化解措施：</td><td><textarea name="ctl00$c$txtStep" id="ctl00_c_txtStep"></textarea></td></tr></table>
<a id="lb" href="javascript:__doPostBack('lb','')">保存</a></div></form><script>function __doPostBack(){ if(!$('ctl00_c_txtName').value){ $('rfv').style.display='inline'; return; } document.forms[0].action='/saved'; document.forms[0].submit(); }</script>`),
      '/saved': html(
        `<form id="form1"><div class="content"><span id="lblMsg" style="color:Green">数据保存成功！</span><table><tr><td>责任人</td><td>状态</td></tr></table></div></form>`,
      ),
    },
    async work(page) {
      await enter(page, { '#ctl00_c_txtLead': '林晓燕', '#ctl00_c_txtStep': '每周走访一次' });
      await page.locator('#lb').click();
      await page.waitForTimeout(4000);
      await enter(page, { '#ctl00_c_txtName': '彭守信' });
      await page.locator('#lb').click();
    },
    truth: {
      forms: [['责任人', '包案领导', '化解措施']],
      accepted: [{ 责任人: '彭守信', 包案领导: '林晓燕', 化解措施: '每周走访一次' }],
      attempts: 1,
    },
  },
  {
    id: 'toolbar-cards',
    pages: {
      '/': html(`<div style="position:sticky;top:0;background:#eee"><button onclick="go(1)">存草稿</button> <button onclick="go(0)">报送</button> <button>打印预览</button></div>
<div class="card"><div class="card-title">一、企业基本信息</div><div class="grid"><div class="cell"><span class="req">*</span><span>企业名称</span><div><input name="a"></div></div><div class="cell"><span>统一社会信用代码</span><div><input name="b"></div></div></div></div>
<div class="card"><div class="card-title">二、用电用水</div><div class="grid"><div class="cell"><span>本月用电量（万千瓦时）</span><div><input name="c"></div></div><div class="cell"><span>本月用水量（吨）</span><div><input name="d"></div></div></div></div>
<script>function go(d){ send('/ok', function(){ toast(d?'已存草稿':'报送成功','pop'); }); }</script>`),
    },
    async work(page) {
      await enter(page, {
        '[name=a]': '宏达建材门市',
        '[name=b]': '91990123MA99887766',
        '[name=c]': '3.2',
        '[name=d]': '58',
      });
      await page.getByText('存草稿').click();
      await page.waitForTimeout(2500);
      await page.getByText('报送').click();
    },
    truth: {
      forms: [['企业名称', '统一社会信用代码', '本月用电量', '本月用水量']],
      accepted: [
        {
          企业名称: '宏达建材门市',
          统一社会信用代码: '91990123MA99887766',
          本月用电量: '3.2',
          本月用水量: '58',
        },
        {
          企业名称: '宏达建材门市',
          统一社会信用代码: '91990123MA99887766',
          本月用电量: '3.2',
          本月用水量: '58',
        },
      ],
      intents: ['draft', 'final'],
    },
  },
  {
    id: 'questionnaire',
    pages: {
      '/': html(`<h2 style="text-align:center">村民满意度调查问卷</h2><div class="q"><div class="t">1. 您的年龄段</div><div><label><input type="radio" name="q1">30岁以下</label><label><input type="radio" name="q1" id="r1">30至60岁</label></div></div>
<div class="q"><div class="t">2. 您对村容村貌是否满意 [多选]</div><div><label><input type="checkbox" name="q2" id="r2">道路满意</label><label><input type="checkbox" name="q2">绿化满意</label></div></div><div class="q"><div class="t">3. 您的建议</div><textarea name="q3"></textarea></div><div style="text-align:center"><div class="btn-sub" style="cursor:pointer" onclick="go()">提 交</div></div>
<script>function go(){ send('/ok', function(){ document.body.innerHTML='<p style="font-size:20px">感谢您的参与！您的答卷已提交</p>'; }); }</script>`),
    },
    async work(page) {
      await enter(page, { '#r1': '', '#r2': '', '[name=q3]': '多修路灯' });
      await page.locator('.btn-sub').click();
    },
    truth: {
      forms: [['您的年龄段', '您对村容村貌是否满意', '您的建议']],
      accepted: [
        { 您的年龄段: '30至60岁', 您对村容村貌是否满意: '道路满意', 您的建议: '多修路灯' },
      ],
    },
  },
  {
    id: 'redirect-by-script',
    pages: {
      '/': html(
        `<fieldset><legend>巡河记录</legend><div><span class="w">巡查河段</span><input name="a"></div><div><span class="w">水质状况</span><select name="b"><option></option><option>清澈</option><option>浑浊</option></select></div><div><span class="w">发现问题</span><input name="c"></div></fieldset><a class="button" onclick="go()">完成巡查</a><script>function go(){ send('/ok', function(){ location.href='/list'; }); }</script>`,
      ),
      '/list': html(
        '<div class="search"><input placeholder="搜索河段"><button>搜索</button></div><table><tr><td>清江段</td><td>清澈</td></tr></table>',
      ),
    },
    async work(page) {
      await enter(page, {
        '[name=a]': '清江青山段',
        '[name=b]': '清澈',
        '[name=c]': '岸边少量垃圾',
      });
      await page.getByText('完成巡查').click();
    },
    truth: {
      forms: [['巡查河段', '水质状况', '发现问题']],
      accepted: [{ 巡查河段: '清江青山段', 水质状况: '清澈', 发现问题: '岸边少量垃圾' }],
    },
  },
  {
    id: 'marks-only',
    pages: {
      '/': html(`<style>.bad{border:2px solid red}</style><form onsubmit="return false"><div class="line"><em>*</em>项目名称<input name="a"></div><div class="line"><em>*</em>资金来源<input name="b"></div><div class="line">建设地点<input name="c"></div><input type="button" value="提 交" onclick="go()"></form>
<script>function go(){ var bad=false; ['a','b'].forEach(function(k){ var f=document.forms[0][k]; f.className=f.value?'':'bad'; bad=bad||!f.value; }); if(bad) return; send('/ok', function(){ toast('新增成功'); document.forms[0].reset(); }); }</script>`),
    },
    async work(page) {
      await enter(page, { '[name=a]': '通组公路硬化', '[name=c]': '柳溪村' });
      await page.locator('[type=button]').click();
      await page.waitForTimeout(16000);
      await enter(page, { '[name=b]': '衔接资金' });
      await page.locator('[type=button]').click();
    },
    truth: {
      forms: [['项目名称', '资金来源', '建设地点']],
      accepted: [{ 项目名称: '通组公路硬化', 资金来源: '衔接资金', 建设地点: '柳溪村' }],
      attempts: 1,
    },
  },
  {
    id: 'server-error',
    pages: {
      '/': html(
        `<form onsubmit="return false"><p><b>值班人员</b><br><input name="a"></p><p><b>值班电话</b><br><input name="b"></p><p><b>值班情况</b><br><input name="c"></p><button type="button" onclick="go()">登记</button></form><script>var n=0; function go(){ send(n++?'/ok':'/error', function(){ alert('登记成功'); document.forms[0].reset(); }, function(){ alert('网络异常，请稍后再试'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=a]': '陈志远', '[name=b]': '0990-6611203', '[name=c]': '无异常' });
      await page.getByText('登记').click();
      await page.waitForTimeout(3500);
      await page.getByText('登记').click();
    },
    truth: {
      forms: [['值班人员', '值班电话', '值班情况']],
      accepted: [{ 值班人员: '陈志远', 值班电话: '0990-6611203', 值班情况: '无异常' }],
      attempts: 1,
    },
  },
  {
    id: 'frame-in-modal',
    pages: {
      '/': html(`<button onclick="$('m').style.display='block'">新建</button><div id="m" class="modal" style="display:none;position:fixed;left:100px;top:50px;width:600px;background:#fff;border:1px solid #777;z-index:5"><div class="modal-header"><h4 class="modal-title">新建督查事项</h4></div><iframe id="inner" src="/inner" width="580" height="260"></iframe><div class="modal-footer"><button onclick="inner.contentWindow.go()">保存</button><button onclick="$('m').style.display='none'">关闭</button></div></div>
<script>function done(){ $('m').style.display='none'; toast('操作成功','noti'); }</script>`),
      '/inner': html(
        `<form class="form-horizontal"><div class="form-group"><label class="col-sm-2 control-label">事项名称</label><div class="col-sm-8"><input name="a" class="form-control"></div></div><div class="form-group"><label class="col-sm-2 control-label">牵头单位</label><div class="col-sm-8"><input name="b" class="form-control"></div></div><div class="form-group"><label class="col-sm-2 control-label">办结时限</label><div class="col-sm-8"><input name="c" class="form-control"></div></div></form><script>function go(){ send('/ok', function(){ parent.done(); }); }</script>`,
      ),
    },
    async work(page) {
      await page.getByText('新建').first().click();
      await page.waitForTimeout(300);
      const frame = page.frames().find((one) => one.url().endsWith('/inner'));
      if (!frame) throw new Error('no frame');
      await enter(frame, {
        '[name=a]': '路域环境整治',
        '[name=b]': '镇城建办',
        '[name=c]': '2026-12-20',
      });
      await page.getByText('保存').click();
    },
    truth: {
      forms: [['事项名称', '牵头单位', '办结时限']],
      accepted: [{ 事项名称: '路域环境整治', 牵头单位: '镇城建办', 办结时限: '2026-12-20' }],
    },
  },
  {
    // The button stands outside the frame, and the answer in it is a script that takes the frame away.
    id: 'layer-closed-by-answer',
    pages: {
      '/': html(`<button class="btn" onclick="add()">新增</button><table border="1"><tr><td>刘福贵</td><td>已走访</td></tr></table><script>
function add(){ var d=document.createElement('div'); d.id='lay'; d.className='layui-layer layui-layer-iframe'; d.style.cssText='position:fixed;left:15%;top:8%;background:#fff;border:1px solid #999'; d.innerHTML='<div class="layui-layer-title">走访登记</div><iframe name="fr" src="/add" style="width:600px;height:240px"></iframe>'+$('foot').innerHTML; document.body.appendChild(d); }
var layer={ closeAll:function(){ $('lay').parentNode.removeChild($('lay')); } };</script><script type="text/html" id="foot"><div class="layui-layer-btn"><a class="layui-layer-btn0" id="ok" onclick="frames.fr.save()">确定</a><a class="layui-layer-btn1" id="no" onclick="layer.closeAll()">取消</a></div></script>`),
      '/add': html(
        `<form id="f" method="post" action="/answer"><table><tr><td>走访干部：</td><td><input name="a"></td></tr><tr><td>走访时间：</td><td><input name="b"></td></tr><tr><td>走访情况：</td><td><textarea name="c"></textarea></td></tr></table></form><script>function save(){ $('f').submit(); }</script>`,
      ),
      '/answer': `<script>parent.layer.closeAll()</script>`,
    },
    async work(page) {
      await page.locator('.btn').click();
      const frame = page.frameLocator('iframe');
      await enter(frame, {
        '[name=a]': '何光明',
        '[name=b]': '2026-11-20',
        '[name=c]': '家中老人独居需关注',
      });
      await page.locator('#ok').click();
    },
    truth: {
      forms: [['走访干部', '走访时间', '走访情况']],
      accepted: [{ 走访干部: '何光明', 走访时间: '2026-11-20', 走访情况: '家中老人独居需关注' }],
    },
  },
  {
    // The answer in the frame loads the page around anew.
    id: 'layer-reloaded-by-answer',
    pages: {
      '/': html(`<button class="btn" onclick="add()">新增</button><table border="1"><tr><td>刘福贵</td><td>已走访</td></tr></table><script>
function add(){ var d=document.createElement('div'); d.id='lay'; d.className='layui-layer layui-layer-iframe'; d.style.cssText='position:fixed;left:15%;top:8%;background:#fff;border:1px solid #999'; d.innerHTML='<div class="layui-layer-title">走访登记</div><iframe name="fr" src="/add" style="width:600px;height:240px"></iframe>'+$('foot').innerHTML; document.body.appendChild(d); }
var layer={ closeAll:function(){ $('lay').parentNode.removeChild($('lay')); } };</script><script type="text/html" id="foot"></script>`),
      '/add': html(
        `<form id="f" method="post" action="/answer"><table><tr><td>走访干部：</td><td><input name="a"></td></tr><tr><td>走访时间：</td><td><input name="b"></td></tr><tr><td>走访情况：</td><td><textarea name="c"></textarea></td></tr></table><input type="button" id="ok" value="保 存" onclick="save()"></form><script>function save(){ $('f').submit(); }</script>`,
      ),
      '/answer': `<script>alert('保存成功');parent.location.reload()</script>`,
    },
    async work(page) {
      await page.locator('.btn').click();
      const frame = page.frameLocator('iframe');
      await enter(frame, {
        '[name=a]': '何光明',
        '[name=b]': '2026-11-20',
        '[name=c]': '家中老人独居需关注',
      });
      await frame.locator('#ok').click();
    },
    truth: {
      forms: [['走访干部', '走访时间', '走访情况']],
      accepted: [{ 走访干部: '何光明', 走访时间: '2026-11-20', 走访情况: '家中老人独居需关注' }],
    },
  },
  {
    // The form stands there again, and the person gives up.
    id: 'layer-form-again',
    pages: {
      '/': html(`<button class="btn" onclick="add()">新增</button><table border="1"><tr><td>刘福贵</td><td>已走访</td></tr></table><script>
function add(){ var d=document.createElement('div'); d.id='lay'; d.className='layui-layer layui-layer-iframe'; d.style.cssText='position:fixed;left:15%;top:8%;background:#fff;border:1px solid #999'; d.innerHTML='<div class="layui-layer-title">走访登记</div><iframe name="fr" src="/add" style="width:600px;height:240px"></iframe>'+$('foot').innerHTML; document.body.appendChild(d); }
var layer={ closeAll:function(){ $('lay').parentNode.removeChild($('lay')); } };</script><script type="text/html" id="foot"><div class="layui-layer-btn"><a class="layui-layer-btn0" id="ok" onclick="frames.fr.save()">确定</a><a class="layui-layer-btn1" id="no" onclick="layer.closeAll()">取消</a></div></script>`),
      '/add': html(
        `<form id="f" method="post" action="/answer"><table><tr><td>走访干部：</td><td><input name="a"></td></tr><tr><td>走访时间：</td><td><input name="b"></td></tr><tr><td>走访情况：</td><td><textarea name="c"></textarea></td></tr></table></form><script>function save(){ $('f').submit(); }</script>`,
      ),
      '/answer': html(
        `<font color="red">该户本月已登记</font><form><table><tr><td>走访干部：</td><td><input name="a" value="何光明"></td></tr><tr><td>走访时间：</td><td><input name="b" value="2026-11-20"></td></tr><tr><td>走访情况：</td><td><textarea name="c">家中老人独居需关注</textarea></td></tr></table></form>`,
      ),
    },
    async work(page) {
      await page.locator('.btn').click();
      const frame = page.frameLocator('iframe');
      await enter(frame, {
        '[name=a]': '何光明',
        '[name=b]': '2026-11-20',
        '[name=c]': '家中老人独居需关注',
      });
      await page.locator('#ok').click();
      await page.waitForTimeout(2500);
      await page.locator('#no').click();
    },
    truth: {
      forms: [['走访干部', '走访时间', '走访情况']],
      accepted: [],
      attempts: 1,
    },
  },
  {
    id: 'picker-window',
    pages: {
      '/': html(`<form onsubmit="return false"><table border="1"><tr><th>帮扶干部</th><td><input name="a" readonly onclick="$('w').style.display='block'"></td></tr><tr><th>帮扶时间</th><td><input name="b"></td></tr><tr><th>帮扶内容</th><td><textarea name="c"></textarea></td></tr></table><input type="button" value="提交" onclick="go()"></form>
<div id="w" class="window" style="display:none;position:absolute;left:300px;top:40px;background:#fff;border:2px solid #48c;padding:8px"><div class="title">选择人员</div>姓名：<input id="kw"><button>查询</button><table><tr><td><input type="radio" name="p" value="林晓燕" id="pick"></td><td>林晓燕</td></tr><tr><td><input type="radio" name="p"></td><td>何光明</td></tr></table><button onclick="document.forms[0].a.value=$('pick').value;$('w').style.display='none'">确定</button></div>
<script>function go(){ send('/ok', function(){ alert('提交成功'); location.href='/list'; }); }</script>`),
      '/list': html('<p>帮扶记录</p>'),
    },
    async work(page) {
      await page.locator('[name=a]').click();
      await page.locator('#pick').click();
      await page.getByText('确定').click();
      await enter(page, { '[name=b]': '2026-11-18', '[name=c]': '送化肥两袋' });
      await page.locator('[value=提交]').click();
    },
    truth: {
      forms: [['帮扶干部', '帮扶时间', '帮扶内容']],
      accepted: [{ 帮扶干部: '林晓燕', 帮扶时间: '2026-11-18', 帮扶内容: '送化肥两袋' }],
    },
  },
  {
    id: 'custom-controls',
    pages: {
      '/': html(`<style>.opts{display:none;position:absolute;background:#fff;border:1px solid #999;list-style:none;margin:0}.dd.on .opts{display:block}</style><div class="form"><div class="field"><div class="field-label">事件等级</div><div class="dd" onclick="this.classList.toggle('on')"><input class="dd-text" readonly placeholder="请选择" style="cursor:pointer"><ul class="opts"><li>一般</li><li>较大</li></ul></div></div>
<div class="field"><div class="field-label">处置经过</div><div class="ed" contenteditable="true" style="border:1px solid #ccc;height:50px"></div></div><div class="field"><div class="field-label">联系人</div><input name="c"></div><div class="field"><div class="field-label">联系方式</div><input name="d" type="tel"></div></div><div class="ops"><div class="op primary" style="cursor:pointer" id="s">上报</div></div>
<script>document.querySelectorAll('.opts li').forEach(function(li){ li.onclick=function(){ document.querySelector('.dd-text').value=li.textContent; }; }); $('s').onclick=function(){ send('/ok', function(){ toast('上报成功','x-toast'); document.querySelector('.form').style.display='none'; }); };</script>`),
    },
    async work(page) {
      await page.locator('.dd').click();
      await page.getByText('较大').click();
      await page.locator('.ed').click();
      await page.keyboard.type('已疏散群众');
      await enter(page, { '[name=c]': '吴长顺', '[name=d]': '19900001238' });
      await page.locator('#s').click();
    },
    truth: {
      forms: [['事件等级', '处置经过', '联系人', '联系方式']],
      accepted: [
        { 事件等级: '较大', 处置经过: '已疏散群众', 联系人: '吴长顺', 联系方式: '19900001238' },
      ],
    },
  },
  {
    id: 'approval',
    pages: {
      '/': html(
        `<h3>请假审批</h3><table border="1"><tr><td>申请人</td><td>何光明</td></tr><tr><td>天数</td><td>3</td></tr></table><div class="approve"><p>审批结果：<input type="radio" name="r" id="ok">同意 <input type="radio" name="r">不同意</p><p>审批意见：<textarea name="o"></textarea></p><button onclick="go()">办理</button><button>返回</button></div><script>function go(){ send('/ok', function(){ document.querySelector('.approve').innerHTML='<p>办理完成</p>'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#ok': '', '[name=o]': '同意，注意安全' });
      await page.getByText('办理').click();
    },
    truth: {
      forms: [['审批结果', '审批意见']],
      accepted: [{ 审批结果: '同意', 审批意见: '同意，注意安全' }],
    },
  },
  {
    id: 'two-forms',
    pages: {
      '/': html(
        `<div class="box"><h4>基本资料</h4><p>联系人<input id="a"></p><p>邮箱<input id="b"></p><button onclick="go(0)">保存</button></div><div class="box"><h4>银行账户</h4><p>开户名<input id="c"></p><p>账号<input id="d"></p><button onclick="go(1)">保存</button></div><script>function go(){ send('/ok', function(){ toast('保存成功','msgbox'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#c': '赵桂兰', '#d': '6299990000000044713' });
      await page.locator('button').nth(1).click();
    },
    truth: {
      forms: [['开户名', '账号']],
      accepted: [{ 开户名: '赵桂兰', 账号: '6299990000000044713' }],
    },
  },
  {
    id: 'split-date',
    pages: {
      '/': html(
        `<form onsubmit="return false"><div class="rw"><span class="nm">出生日期</span><select id="y"><option>年</option><option>1964</option><option>1965</option></select>年<select id="m"><option>月</option><option>10</option><option>11</option></select>月<select id="d"><option>日</option><option>22</option><option>23</option></select>日</div><div class="rw"><span class="nm">固定电话</span><input id="p1" size="4">-<input id="p2" size="9"></div><div class="rw"><span class="nm">宗教信仰</span><input type="radio" name="z" id="z1"><label for="z1">无</label><input type="radio" name="z" id="z2"><label for="z2">有</label></div><div class="rw"><span class="nm">特长</span><input id="t"></div><button type="button" onclick="go()">保存</button></form><script>function go(){ send('/ok', function(){ toast('保存成功'); document.forms[0].reset(); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#z1': '', '#t': '书法' });
      await page.getByText('保存').click();
    },
    truth: {
      forms: [
        ['出生日期年', '出生日期月', '出生日期日', '固定电话', '固定电话', '宗教信仰', '特长'],
      ],
      accepted: [{ 宗教信仰: '无', 特长: '书法' }],
    },
  },
];
