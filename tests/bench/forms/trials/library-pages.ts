import { enter, html, type Trial } from './trial';

/** Habits of component libraries that are not among the packages of the corpus. */
export const LIBRARY_PAGES: readonly Trial[] = [
  {
    id: 'frame-and-alert',
    pages: {
      '/': html(`<a class="btn" onclick="add()">新增</a><table><tr><td>李福</td></tr></table><script>
var n=0, layer, box;
function add(){ layer=document.createElement('div'); layer.className='layui-layer layui-layer-iframe'; layer.style.cssText='position:fixed;left:20%;top:10%;background:#fff;border:1px solid #999'; layer.innerHTML='<div class="layui-layer-title">添加救助对象</div><iframe src="/add" style="width:600px;height:260px"></iframe><div class="layui-layer-btn"><a class="layui-layer-btn0" id="ok">确定</a><a class="layui-layer-btn1">关闭</a></div>'; document.body.appendChild(layer); $('ok').onclick=function(){ send(n++?'/ok':'/fail', answered); }; }
function answered(r){ if(r.code==200){ layer.remove(); toast('操作成功','layui-layer layui-layer-msg'); return; } box=document.createElement('div'); box.className='layui-layer layui-layer-dialog'; box.style.cssText='position:fixed;left:30%;top:30%;background:#fff'; box.innerHTML='<div class="layui-layer-title">系统提示</div><div class="layui-layer-content">'+r.msg+'</div><div class="layui-layer-btn"><a class="layui-layer-btn0" id="known">确定</a></div>'; document.body.appendChild(box); $('known').onclick=function(){ box.remove(); }; }
</script>`),
      '/add': html(
        `<form class="form-horizontal"><div class="form-group"><label class="control-label">户主姓名：</label><input name="a" class="form-control"></div><div class="form-group"><label class="control-label">救助类型：</label><select name="b" class="form-control"><option value="">请选择</option><option>低保户</option></select></div></form>`,
      ),
    },
    async work(page) {
      await page.locator('.btn').click();
      const frame = page.frameLocator('iframe');
      await frame.locator('[name=a]').click();
      await frame.locator('[name=a]').pressSequentially('韩世忠', { delay: 3 });
      await frame.locator('[name=b]').focus();
      await frame.locator('[name=b]').press('ArrowDown');
      await page.locator('#ok').click();
      await page.waitForTimeout(4000);
      await page.locator('#known').click();
      await page.waitForTimeout(4000);
      await page.locator('#ok').click();
    },
    truth: {
      forms: [['户主姓名', '救助类型']],
      accepted: [{ 户主姓名: '韩世忠', 救助类型: '低保户' }],
      attempts: 1,
    },
  },
  {
    id: 'drawn-widgets',
    pages: {
      '/': html(
        `<div class="cell"><div class="cell-title">活动名称</div><input id="a"></div><div class="cell"><div class="cell-title">活动类型</div><div class="zui-select" id="b"><div class="zui-select__in"><span class="zui-select__placeholder">请选择</span></div></div></div><div class="cell"><div class="cell-title">是否公开</div><div class="zui-switch zui-switch--close" id="c"><button type="button" style="width:40px;height:20px"></button></div></div><div class="cell"><div class="cell-title">活动人数</div><input id="d"></div><button id="s" onclick="go()">提交</button><div class="zui-popup" id="p" style="display:none;position:fixed;bottom:0;width:100%;background:#eee"><div class="zui-picker"><button id="pick">确定</button><p>主题党日</p></div></div>
<script>$('b').onclick=function(){ $('p').style.display='block'; }; $('pick').onclick=function(){ $('p').style.display='none'; $('b').firstChild.innerHTML='<span>主题党日</span>'; }; $('c').onclick=function(){ this.className='zui-switch zui-switch--open'; };
function go(){ send('/ok', function(){ toast('提交成功','zui-notify'); $('a').value=''; $('d').value=''; $('b').firstChild.innerHTML='<span class="zui-select__placeholder">请选择</span>'; $('c').className='zui-switch zui-switch--close'; }); }</script>`,
        '<style>.cell{display:flex;margin:8px}.cell-title{width:90px}.zui-select{width:200px;height:24px;border:1px solid #ccc}</style>',
      ),
    },
    async work(page) {
      await enter(page, { '#a': '参观红色教育基地' });
      await page.locator('#b').click();
      await page.locator('#pick').click();
      await page.waitForTimeout(4000);
      await page.locator('#c button').click();
      await enter(page, { '#d': '23' });
      await page.locator('#s').click();
    },
    truth: {
      forms: [['活动名称', '活动类型', '是否公开', '活动人数']],
      accepted: [
        { 活动名称: '参观红色教育基地', 活动类型: '主题党日', 是否公开: '是', 活动人数: '23' },
      ],
    },
  },
  {
    id: 'cells-edited',
    pages: {
      '/': html(
        `<h3>农户收入台账</h3><table border="1" id="t"><thead><tr><th>户主姓名</th><th>工资性收入</th><th>经营性收入</th></tr></thead><tbody><tr><td>李福</td><td class="e">&nbsp;</td><td class="e">&nbsp;</td></tr></tbody></table><button id="s" onclick="send('/ok',function(){ toast('保存成功'); })">保存台账</button>
<script>document.querySelectorAll('.e').forEach(function(cell){ cell.ondblclick=function(){ if(cell.firstElementChild) return; cell.innerHTML='<input style="width:80px">'; var box=cell.firstChild; box.focus(); box.onblur=function(){ cell.textContent=box.value; }; }; });</script>`,
      ),
    },
    async work(page) {
      for (const [index, value] of ['12000', '800'].entries()) {
        await page.locator('.e').nth(index).dblclick();
        await page.locator('.e input').pressSequentially(value, { delay: 3 });
        await page.locator('h3').click();
      }
      await page.locator('#s').click();
    },
    truth: {
      forms: [['工资性收入', '经营性收入']],
      accepted: [{ 工资性收入: '12000', 经营性收入: '800' }],
    },
  },
  {
    id: 'plain-add',
    pages: {
      '/': html(
        `<form class="layui-form" onsubmit="return false"><div class="layui-form-item"><label class="layui-form-label">户主姓名</label><div class="layui-input-block"><input name="a" class="layui-input"></div></div><div class="layui-form-item"><label class="layui-form-label">帮扶措施</label><div class="layui-input-block"><input type="checkbox" name="k1" title="产业" style="display:none"><div class="layui-unselect layui-form-checkbox" onclick="tick(this)"><span>产业</span></div><input type="checkbox" name="k2" title="就业" style="display:none"><div class="layui-unselect layui-form-checkbox" onclick="tick(this)"><span>就业</span></div></div></div><button type="button" class="layui-btn" id="s" lay-submit onclick="send('/fail',function(r){ toast(r.msg,'layui-layer layui-layer-msg'); })">增加</button></form><script>function tick(box){ var own=box.previousElementSibling; own.checked=!own.checked; }</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '[name=a]': '韩世忠' });
      await page.getByText('就业', { exact: true }).click();
      await page.locator('#s').click();
    },
    truth: { forms: [['户主姓名', '帮扶措施']], accepted: [], attempts: 1 },
  },
];
