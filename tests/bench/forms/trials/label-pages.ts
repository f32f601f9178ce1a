import { enter, html, type Trial } from './trial';

/** What belongs to which box, who entered it, and what a button says of it. */
export const LABEL_PAGES: readonly Trial[] = [
  {
    id: 'sent-back',
    pages: {
      '/': html(
        `<form onsubmit="return false"><table border="1"><tr><td>申请人</td><td>何光明</td><td>申请事项</td><td>临时救助</td></tr><tr><td>核定金额</td><td><input name="a"></td><td>核查日期</td><td><input name="d"></td></tr><tr><td>审核意见</td><td colspan="3"><textarea name="b"></textarea></td></tr><tr><td colspan="4"><button type="button" onclick="go('同意')">同意</button><button type="button" onclick="go('退回')">退 回</button><button type="button">返回</button></td></tr></table></form><script>function go(how){ send('/ok', function(){ document.forms[0].innerHTML='<p>办理完毕</p>'; toast('已'+how,'msgbox'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=a]': '1200', '[name=b]': '收入核算有误，请重新核实' });
      await page.getByText('退 回').click();
    },
    truth: {
      forms: [['核定金额', '核查日期', '审核意见']],
      accepted: [{ 核定金额: '1200', 审核意见: '收入核算有误，请重新核实' }],
    },
  },
  {
    id: 'sent-back-by-window',
    pages: {
      '/': html(
        `<div id="f"><p>处理意见：<textarea name="b"></textarea></p><p>处理日期：<input name="c"></p><button onclick="$('w').style.display='block'">驳回</button><button>同意</button></div><div id="w" role="dialog" style="display:none;position:fixed;top:20%;left:30%;background:#fff"><p>驳回原因</p><textarea name="r"></textarea><button onclick="$('w').style.display='none'">取消</button><button>确定</button></div>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=b]': '材料不齐', '[name=c]': '2026-11-20' });
      await page.getByText('驳回', { exact: true }).click();
      await enter(page, { '[name=r]': '缺收入证明' });
      await page.getByText('取消').click();
    },
    truth: { forms: [['处理意见', '处理日期']], accepted: [] },
  },
  {
    id: 'sent-back-in-list',
    pages: {
      '/': html(
        `<div><p>批注：<input name="b"></p><p>经办人：<input name="c"></p></div><table border="1"><tr><td>何光明</td><td>临时救助</td><td><a href="javascript:go()">退回</a></td></tr><tr><td>王德福</td><td>危房改造</td><td><button onclick="go()">退回</button></td></tr></table><button>保存</button><script>function go(){ send('/ok', function(){ toast('退回成功','msgbox'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=b]': '待核', '[name=c]': '陈志远' });
      await page.locator('a').click();
      await page.waitForTimeout(4000);
      await page.locator('table button').last().click();
    },
    truth: { forms: [['批注', '经办人']], accepted: [] },
  },
  {
    id: 'parts-in-cells',
    pages: {
      '/': html(
        `<form onsubmit="return false"><table border="1"><tr><td>姓名</td><td><input name="n"></td></tr><tr><td>出生日期</td><td><select id="y"><option></option><option>1964</option></select>年<select id="m"><option></option><option>10</option></select>月<select id="d"><option></option><option>22</option></select>日</td></tr><tr><td>户籍地址</td><td><select><option value="">请选择县</option></select><select id="t"><option value="">请选择乡镇</option><option>石桥镇</option></select><input name="v">村<input name="g">组</td></tr><tr><td>有效期</td><td><input name="f">至<input name="u"></td></tr></table><button type="button" onclick="send('/ok',function(){ toast('保存成功'); document.forms[0].reset(); })">保存</button></form>`,
      ),
    },
    async work(page) {
      await enter(page, {
        '[name=n]': '李秀英',
        '#y': '1964',
        '#m': '10',
        '#d': '22',
        '#t': '石桥镇',
        '[name=v]': '上湾',
        '[name=g]': '3',
        '[name=f]': '2024-01-01',
        '[name=u]': '2029-01-01',
      });
      await page.getByText('保存').click();
    },
    truth: {
      forms: [
        [
          '姓名',
          '出生日期年',
          '出生日期月',
          '出生日期日',
          '县',
          '乡镇',
          '户籍地址村',
          '户籍地址组',
          '有效期起',
          '有效期至',
        ],
      ],
      accepted: [
        {
          姓名: '李秀英',
          出生日期年: '1964',
          出生日期月: '10',
          出生日期日: '22',
          乡镇: '石桥镇',
          户籍地址村: '上湾',
          户籍地址组: '3',
          有效期起: '2024-01-01',
          有效期至: '2029-01-01',
        },
      ],
    },
  },
  {
    id: 'counted-message',
    pages: {
      '/': html(
        `<div id="m"></div><p>补贴项目：<input id="a"></p><p>发放批次：<input id="b"></p><button onclick="go()">保存</button><script>var n=0;function go(){ send('/ok', function(){ $('m').innerHTML='<p style="background:#e8f6e8">'+(n++?'保存成功，共2条':'保存成功1条，失败2条')+'</p>'; }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '耕地地力保护补贴', '#b': '2026年第二批' });
      await page.getByText('保存').click();
      await page.waitForTimeout(4000);
      await enter(page, { '#b': '2026年第三批' });
      await page.locator('button').click();
    },
    truth: {
      forms: [['补贴项目', '发放批次']],
      accepted: [{ 补贴项目: '耕地地力保护补贴', 发放批次: '2026年第三批' }],
      attempts: 1,
    },
  },
  {
    id: 'placed-boxes',
    pages: {
      '/': html(
        `<div style="position:relative;width:800px;height:200px"><span style="left:20px;top:10px">户主姓名</span><span style="left:20px;top:50px">身份证号</span><span style="left:420px;top:10px">联系电话</span><input id="a" style="left:100px;top:8px;width:180px"><input id="b" style="left:100px;top:48px;width:180px"><input id="c" style="left:500px;top:8px;width:180px"><input id="d" style="left:500px;top:120px;width:180px"><button style="left:20px;top:150px" onclick="send('/ok',function(){ toast('保存成功'); $('a').value='' })">保存</button></div>`,
        '<style>span,input,button{position:absolute}</style>',
      ),
    },
    async work(page) {
      await enter(page, { '#a': '李秀英', '#b': '330999196410220021', '#c': '19900000001' });
      await page.getByText('保存').click();
    },
    truth: {
      forms: [['户主姓名', '身份证号', '联系电话', 'd']],
      accepted: [{ 户主姓名: '李秀英', 身份证号: '330999196410220021', 联系电话: '19900000001' }],
    },
  },
  {
    id: 'ext-combos',
    pages: {
      '/': html(
        `<div class="x-panel x-form"><div class="x-form-item"><label class="x-form-item-label" for="e1">户主姓名:</label><div class="x-form-element"><input id="e1" class="x-form-text x-form-field"></div></div><div class="x-form-item"><label class="x-form-item-label" for="e2">救助类别:</label><div class="x-form-element"><div class="x-form-field-wrap x-form-field-trigger-wrap"><input id="e2" class="x-form-text x-form-field x-trigger-noedit" readonly><img class="x-form-trigger x-form-arrow-trigger" id="t2" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=17 height=21></div></div></div></div><table class="x-field x-form-item x-table-plain"><tbody><tr><td class="x-field-label-cell"><label class="x-form-item-label">所属村:</label></td><td class="x-form-item-body"><table class="x-form-trigger-wrap"><tbody><tr><td class="x-form-trigger-input-cell"><input id="e3" class="x-form-field x-form-text"></td><td class="x-trigger-cell"><div class="x-trigger-index-0 x-form-trigger x-form-arrow-trigger" id="t3" style="width:17px;height:21px;background:#ccc"></div></td></tr></tbody></table></td></tr></tbody></table><a class="x-btn" role="button" onclick="go()"><span class="x-btn-inner">保存</span></a>
<script>function list(cls, item, box, texts){ return function(){ var l=document.createElement('div'); l.className=cls; l.style.cssText='position:absolute;left:300px;top:200px;background:#fff;z-index:9'; texts.forEach(function(t){ var i=document.createElement('div'); i.className=item; i.textContent=t; i.onmousedown=function(e){ e.preventDefault(); }; i.onclick=function(){ $(box).value=t; l.remove(); }; l.appendChild(i); }); document.body.appendChild(l); $(box).focus(); }; }
$('t2').onclick=list('x-layer x-combo-list','x-combo-list-item','e2',['低保','特困供养']); $('t3').onclick=list('x-boundlist x-boundlist-floating x-layer','x-boundlist-item','e3',['石桥村','上湾村']);
function go(){ send('/ok', function(){ $('e1').value=$('e2').value=$('e3').value=''; toast('保存成功','x-window-dlg x-message'); }); }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#e1': '李秀英' });
      await page.locator('#t2').click();
      await page.getByText('特困供养').click();
      await page.locator('#t3').click();
      await page.getByText('上湾村').click();
      await page.getByText('保存').click();
    },
    truth: {
      forms: [['户主姓名', '救助类别', '所属村']],
      accepted: [{ 户主姓名: '李秀英', 救助类别: '特困供养', 所属村: '上湾村' }],
    },
  },
  {
    id: 'person-chosen',
    pages: {
      '/': html(
        `<table border="1"><tr><td>会议名称</td><td><input id="a"></td></tr><tr><td>参会人员</td><td><input id="b" readonly><input id="bi" type="hidden"></td><td><img id="o1" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=16 height=16 onclick="choose('b')"></td></tr><tr><td>记录人</td><td><input id="c" readonly onclick="choose('c')"></td></tr></table><button id="save" onclick="send('/ok',function(){ $('a').value=$('b').value=$('c').value=''; toast('保存成功'); })">保存</button>
<script>function choose(to){ var w=document.createElement('div'); w.className='layui-layer layui-layer-page'; w.style.cssText='position:fixed;left:30%;top:10%;background:#fff;border:1px solid #999;padding:10px'; w.innerHTML='<div class="layui-layer-title">人员选择</div><p>姓名：<input class="k"></p><p>单位：<input class="k2"></p><ul class="ztree"><li><input type="checkbox" value="陈志远">陈志远</li><li><input type="checkbox" value="林晓燕">林晓燕</li></ul><div class="layui-layer-btn"><a class="layui-layer-btn0">确定</a></div>'; document.body.appendChild(w); w.querySelector('a').onclick=function(){ $(to).value=Array.from(w.querySelectorAll(':checked')).map(function(x){return x.value}).join(','); w.remove(); }; }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '党支部会议' });
      await page.locator('#o1').click();
      await enter(page, { '.k': '陈' });
      await page.locator('.ztree input').first().click();
      await page.locator('.ztree input').last().click();
      await page.locator('.layui-layer-btn0').click();
      await page.waitForTimeout(1000);
      await page.locator('#c').click();
      await page.locator('.ztree input').last().click();
      await page.locator('.layui-layer-btn0').click();
      await page.waitForTimeout(4000);
      await page.locator('#save').click();
    },
    truth: {
      forms: [['会议名称', '参会人员', '记录人']],
      accepted: [{ 会议名称: '党支部会议', 参会人员: '陈志远,林晓燕', 记录人: '林晓燕' }],
    },
  },
  {
    id: 'roles-by-heading',
    pages: {
      '/': html(
        `<form onsubmit="return false"><fieldset><legend>户主信息</legend><p>姓名：<input id="a"></p><p>身份证号：<input id="b"></p></fieldset><table border="1"><tr><td colspan="4">监护人信息</td></tr><tr><td>姓名</td><td><input id="c"></td><td>身份证号</td><td><input id="d"></td></tr><tr><td colspan="4">走访情况</td></tr><tr><td>姓名</td><td><input id="e"></td><td>走访日期</td><td><input></td></tr></table><button type="button" onclick="send('/ok',function(){ toast('保存成功'); document.forms[0].reset(); })">保存</button></form>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '李秀英', '#c': '赵桂兰', '#e': '陈志远' });
      await page.getByText('保存').click();
    },
    truth: {
      forms: [['户主姓名', '户主身份证号', '监护人姓名', '监护人身份证号', '姓名', '走访日期']],
      accepted: [{ 户主姓名: '李秀英', 监护人姓名: '赵桂兰', 姓名: '陈志远' }],
    },
  },
  {
    id: 'uni-picker-keypad',
    pages: {
      '/': html(
        `<uni-app><uni-page><uni-page-wrapper><uni-page-body><uni-view class="box"><uni-view class="row"><uni-view class="left"><uni-text><span>户主姓名</span></uni-text></uni-view><uni-input id="a"><div class="uni-input-wrapper"><div class="uni-input-placeholder">请填写真实姓名</div><input class="uni-input-input" oninput="hint(this)"></div></uni-input></uni-view><uni-view class="row"><uni-input id="b"><div class="uni-input-wrapper"><div class="uni-input-placeholder">联系电话</div><input class="uni-input-input" oninput="hint(this)"></div></uni-input></uni-view><uni-view class="row"><uni-view class="left"><uni-text><span>所属村</span></uni-text></uni-view><uni-picker id="c"><div><uni-view class="val">请选择</uni-view></div></uni-picker></uni-view><uni-view class="row"><uni-view class="left">养殖数量</uni-view><uni-input id="d"><div class="uni-input-wrapper"><div class="uni-input-placeholder">点击输入</div><input class="uni-input-input" readonly></div></uni-input></uni-view><uni-view class="row"><uni-input id="e"><div class="uni-input-wrapper"><div class="uni-input-placeholder">备注</div><input class="uni-input-input" oninput="hint(this)"></div></uni-input></uni-view><uni-button id="s">提交</uni-button></uni-view></uni-page-body></uni-page-wrapper></uni-page></uni-app><div id="k" class="keyboard" style="display:none;position:fixed;bottom:0;left:0;right:0;background:#ddd"><span class="key">1</span><span class="key">2</span><span class="key done">完成</span></div><div id="p" class="uni-picker-container" style="display:none"><div class="uni-mask"></div><div class="uni-picker uni-picker-toggle" style="position:fixed;bottom:0;width:100%;background:#eee"><div class="uni-picker-header"><div class="uni-picker-action uni-picker-action-cancel">取消</div><div class="uni-picker-action uni-picker-action-confirm">完成</div></div><uni-picker-view><div class="uni-picker-item">石桥村</div></uni-picker-view></div></div>
<script>function hint(i){ i.previousElementSibling.style.display=i.value?'none':''; }
var num=document.querySelector('#d input');
$('c').onclick=function(){ $('p').style.display=''; }; document.querySelector('.uni-picker-action-confirm').onclick=function(){ $('p').style.display='none'; document.querySelector('.val').textContent='石桥村'; };
$('d').onclick=function(){ $('k').style.display=''; }; $('k').onclick=function(e){ var t=e.target.textContent; if(t=='完成') return $('k').style.display='none'; num.value+=t; hint(num); };
$('s').onclick=function(){ send('/ok', function(){ document.querySelectorAll('input').forEach(function(i){ i.value=''; hint(i); }); document.querySelector('.val').textContent='请选择'; toast('提交成功','uni-toast'); }); };</script>`,
        '<style>uni-view,uni-page-body,uni-input,uni-picker,uni-button,.uni-input-wrapper{display:block;position:relative}.uni-input-wrapper{height:24px}.uni-input-placeholder{position:absolute;top:0;left:0;pointer-events:none;color:gray}.row{margin:6px}.key{padding:8px}</style>',
      ),
    },
    async work(page) {
      await enter(page, { '#a input': '李秀英', '#b input': '19900000001' });
      await page.locator('#c').click();
      await page.locator('.uni-picker-action-confirm').click();
      await page.waitForTimeout(4000);
      await page.locator('#d input').click();
      await page.locator('.key').first().click();
      await page.locator('.key').nth(1).click();
      await page.locator('.done').click();
      await page.waitForTimeout(4000);
      await enter(page, { '#e input': '无' });
      await page.locator('#s').click();
    },
    truth: {
      forms: [['户主姓名', '联系电话', '所属村', '养殖数量', '备注']],
      accepted: [
        {
          户主姓名: '李秀英',
          联系电话: '19900000001',
          所属村: '石桥村',
          养殖数量: '12',
          备注: '无',
        },
      ],
    },
  },
  {
    id: 'moved-editor',
    pages: {
      '/': html(
        `<div class="grid"><table border="1" id="g"><thead><tr><th>姓名</th><th>工资收入</th><th>经营收入</th></tr></thead><tbody><tr><td>王德福</td><td></td><td></td></tr><tr><td>赵桂兰</td><td></td><td></td></tr></tbody></table><button id="s" onclick="go()">保存</button></div><script>var ed=document.createElement('input'), cell; ed.onclick=function(e){ e.stopPropagation(); }; function shut(){ if(cell){ var v=ed.value; ed.remove(); cell.textContent=v; cell=null; } }
document.querySelectorAll('#g td').forEach(function(td){ td.onclick=function(){ shut(); cell=td; ed.value=td.textContent; td.textContent=''; td.appendChild(ed); ed.focus(); }; }); function go(){ shut(); send('/ok', function(){ toast('保存成功'); }); }</script>`,
      ),
    },
    async work(page) {
      for (const [cell, value] of [
        [1, '1200'],
        [5, '800'],
        [1, '1300'],
      ] as const) {
        await page.locator('tbody td').nth(cell).click();
        await page.locator('input').press('Control+A');
        await page.locator('input').pressSequentially(value, { delay: 3 });
      }
      await page.locator('#s').click();
    },
    truth: {
      forms: [['工资收入', '经营收入']],
      accepted: [{ 工资收入: '1300', 经营收入: '800' }],
    },
  },
];
