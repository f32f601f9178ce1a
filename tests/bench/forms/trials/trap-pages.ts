import { enter, html, type Trial } from './trial';

const NONE = { forms: [], accepted: [] } as const;

/** Pages that look like forms and are none: nothing of them is told. */
export const TRAP_PAGES: readonly Trial[] = [
  {
    id: 'many-conditions',
    pages: {
      '/': html(`<div class="condition"><table><tr><td>所属乡镇</td><td><select id="a"><option>全部</option><option>青山镇</option></select></td><td>所属村</td><td><select><option>全部</option></select></td><td>户主姓名</td><td><input id="b"></td></tr><tr><td>身份证号</td><td><input></td><td>识别年度</td><td><select><option>2026</option></select></td><td>致贫原因</td><td><select><option>全部</option></select></td></tr></table><div><button onclick="send('/ok',function(){ $('b').value=''; })">查 询</button><button>重 置</button><button>导 出</button></div></div>
<div><button>新增</button><button>批量提交</button><button>批量删除</button></div><table border="1"><tr><th><input type="checkbox"></th><th>户主</th><th>状态</th></tr><tr><td><input type="checkbox" id="row"></td><td>王德福</td><td>已提交</td></tr></table>`),
    },
    async work(page) {
      await enter(page, { '#a': '青山镇', '#b': '王德福' });
      await page.getByText('查 询').click();
      await page.waitForTimeout(1500);
      await page.locator('#row').click();
      await page.getByText('批量提交').click();
    },
    truth: NONE,
  },
  {
    id: 'condition-window',
    pages: {
      '/': html(
        `<button onclick="$('w').style.display='block'">高级查询</button><div id="w" role="dialog" style="display:none"><div class="t">高级查询</div><p>姓名<input id="a"></p><p>年龄<input id="b"> 至 <input></p><p>村组<input></p><button onclick="send('/ok',function(){$('w').style.display='none'})">确定</button><button>取消</button></div>`,
      ),
    },
    async work(page) {
      await page.getByText('高级查询').first().click();
      await enter(page, { '#a': '张建国', '#b': '60' });
      await page.getByText('确定').click();
    },
    truth: NONE,
  },
  {
    id: 'condition-panel-ok',
    pages: {
      '/': html(
        `<div id="w" style="border:1px solid #ccc"><div><b>筛选条件</b></div><p>姓名<input id="a"></p><p>联系电话<input id="b"></p><button onclick="send('/ok',function(){})">确定</button><button>清空</button></div><table><tr><td>王德福</td></tr></table>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '张建国', '#b': '199' });
      await page.getByText('确定').click();
    },
    truth: NONE,
  },
  {
    id: 'column-filter',
    pages: {
      '/': html(
        `<button>保存</button><table border="1"><thead><tr><th>姓名</th><th>村组</th><th>金额</th></tr><tr class="filters"><th><input id="a"></th><th><input id="b"></th><th><input></th></tr></thead><tbody><tr><td>王德福</td><td>一组</td><td>300</td></tr><tr><td>李秀英</td><td>二组</td><td>300</td></tr></tbody></table><script>document.querySelectorAll('th input').forEach(function(i){ i.onkeydown=function(e){ if(e.key=='Enter') send('/ok',function(){}); }; });</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '王德福', '#b': '一组' });
      await page.keyboard.press('Enter');
    },
    truth: NONE,
  },
  {
    id: 'login-captcha',
    pages: {
      '/': html(
        `<div class="box"><p>账号 <input id="a"></p><p>密码 <input id="b" type="password"></p><p>验证码 <input id="c"><img alt="看不清"></p><input type="button" value="确 定" onclick="send('/ok',function(){ location.href='/home'; })"></div>`,
      ),
      '/home': html('<h1>欢迎您，陈志远</h1>'),
    },
    async work(page) {
      await enter(page, { '#a': 'chenzhiyuan', '#b': 'secret123', '#c': '8a3f' });
      await page.locator('[type=button]').click();
    },
    truth: NONE,
  },
  {
    id: 'login-by-code',
    pages: {
      '/': html(
        `<div class="wrap"><h3>手机验证码登录</h3><p><input id="a" placeholder="手机号"></p><p><input id="b" placeholder="短信验证码"><a href="javascript:;">获取验证码</a></p><button onclick="send('/ok',function(){ location.href='/home'; })">进入系统</button></div>`,
      ),
      '/home': html('<h1>欢迎您</h1>'),
    },
    async work(page) {
      await enter(page, { '#a': '19900001201', '#b': '482913' });
      await page.getByText('进入系统').click();
    },
    truth: NONE,
  },
  {
    id: 'jumper',
    pages: {
      '/': html(
        `<table border="1"><tr><td>王德福</td><td><a href="#">编辑</a></td></tr></table><div class="fy">共 240 条 每页 <select id="s"><option>10</option><option>20</option></select> 条 第 <input id="p" size="3"> / 24 页 <input type="button" value="确定" onclick="send('/ok',function(){ $('p').value=''; })"> <a href="#">下一页</a></div>`,
      ),
    },
    async work(page) {
      await enter(page, { '#s': '20', '#p': '3' });
      await page.locator('[value=确定]').click();
    },
    truth: NONE,
  },
  {
    id: 'designer',
    pages: {
      '/': html(
        `<div style="display:flex"><div class="palette"><div draggable="true">单行文本</div><div draggable="true">下拉选择</div></div><div class="canvas"><div class="it"><label>姓名</label><input placeholder="请输入"></div><div class="it"><label>电话</label><input></div></div><div class="props"><div><label>字段标题</label><input id="a"></div><div><label>占位提示</label><input id="b"></div><div><label>字段宽度</label><input></div></div></div><button>预览</button><button onclick="send('/ok',function(){})">生成JSON</button>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '户主姓名', '#b': '请填写户主姓名' });
      await page.getByText('生成JSON').click();
    },
    truth: NONE,
  },
  {
    id: 'settings',
    pages: {
      '/': html(
        `<h3>消息设置</h3><ul><li>短信提醒 <input type="checkbox" id="a"></li><li>待办提醒 <input type="checkbox" id="b"></li><li>声音 <input type="checkbox"></li></ul><script>document.querySelectorAll('input').forEach(function(i){ i.onchange=function(){ send('/ok',function(){ toast('设置成功'); }); }; });</script>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '', '#b': '' });
    },
    truth: NONE,
  },
  {
    id: 'details',
    pages: {
      '/': html(
        `<h3>低保详情</h3><table border="1"><tr><td>姓名</td><td><input value="王德福" readonly id="a"></td><td>电话</td><td><input value="19900001201" readonly></td></tr><tr><td>说明</td><td colspan="3"><textarea disabled>常年患病</textarea></td></tr></table><button>返回</button><button>打印</button><button onclick="send('/ok',function(){toast('确认成功')})">确认</button>`,
      ),
    },
    async work(page) {
      await page.locator('#a').click();
      await page.getByText('确认').click();
    },
    truth: NONE,
  },
  {
    id: 'chat',
    pages: {
      '/': html(
        `<div style="display:flex"><div><input placeholder="查找联系人" id="a"><ul><li>林晓燕</li></ul></div><div><div class="log"><p>请报送表格</p></div><div class="toolbar">表情 图片</div><div contenteditable="true" id="b" style="height:60px;border:1px solid #ccc"></div><button onclick="send('/ok',function(){ document.querySelector('.log').innerHTML+='<p>收到</p>'; $('b').innerHTML=''; })">发送</button></div></div>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '林' });
      await page.locator('#b').click();
      await page.keyboard.type('收到');
      await page.getByText('发送').click();
    },
    truth: NONE,
  },
  {
    id: 'article-comment',
    pages: {
      '/': html(
        `<article><h1>关于做好秋粮收购的通知</h1><p>各村：现将有关事项通知如下……</p></article><div class="reply"><h4>发表评论</h4><p>昵称 <input id="a"></p><p>内容 <textarea id="b"></textarea></p><button onclick="send('/ok',function(){ $('b').value=''; toast('评论成功'); })">提交</button></div>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '老陈', '#b': '支持' });
      await page.getByText('提交').click();
    },
    truth: NONE,
  },
  {
    id: 'column-choice',
    pages: {
      '/': html(
        `<button onclick="$('w').style.display='block'">列设置</button><div id="w" class="modal-dialog" style="display:none"><div class="modal-title">自定义列</div><p><label><input type="checkbox" checked id="a">姓名</label></p><p><label><input type="checkbox" id="b">电话</label></p><p><label><input type="checkbox">住址</label></p><p>每页行数 <input id="c"></p><button onclick="$('w').style.display='none';send('/ok',function(){})">确定</button></div>`,
      ),
    },
    async work(page) {
      await page.getByText('列设置').click();
      await enter(page, { '#a': '', '#b': '', '#c': '30' });
      await page.getByText('确定').click();
    },
    truth: NONE,
  },
  {
    id: 'export-window',
    pages: {
      '/': html(
        `<button onclick="$('w').style.display='block'">导出Excel</button><div id="w" class="ui-dialog" style="display:none"><div class="ui-dialog-title">数据导出</div><p>开始日期 <input id="a"></p><p>结束日期 <input id="b"></p><p>范围 <select><option>全部</option></select></p><button onclick="$('w').style.display='none';send('/ok',function(){toast('导出成功')})">确定</button></div>`,
      ),
    },
    async work(page) {
      await page.getByText('导出Excel').click();
      await enter(page, { '#a': '2026-01-01', '#b': '2026-11-20' });
      await page.getByText('确定').click();
    },
    truth: NONE,
  },
  {
    id: 'portal-head',
    pages: {
      '/': html(
        `<div class="top"><select id="s"><option>全站</option><option>本栏目</option></select><input id="a" placeholder="请输入您要找的内容"><a href="javascript:send('/ok',function(){})" class="ico" style="display:inline-block;width:20px;height:20px;background:#c00"></a></div><h3>通知公告</h3><ul><li>公告一</li></ul><div>订阅邮箱 <input id="m"><button>订阅</button></div>`,
      ),
    },
    async work(page) {
      await enter(page, { '#s': '本栏目', '#a': '低保' });
      await page.locator('.ico').click();
      await enter(page, { '#m': 'a@b.cn' });
    },
    truth: NONE,
  },
  {
    id: 'theme-drawer',
    pages: {
      '/': html(
        `<button onclick="$('w').style.display='block'">个性化</button><div id="w" class="setting-drawer" style="display:none;position:fixed;right:0;top:0;background:#fff;padding:20px"><h3>主题设置</h3><p>主题色 <input type="color"></p><p>标签页 <input type="checkbox" id="a"></p><p>固定头部 <input type="checkbox" id="b"></p><p>字号 <select id="c"><option>标准</option><option>大</option></select></p><button onclick="toast('保存成功')">保存配置</button><button>重置配置</button></div>`,
      ),
    },
    async work(page) {
      await page.getByText('个性化').click();
      await enter(page, { '#a': '', '#b': '', '#c': '大' });
      await page.getByText('保存配置').click();
    },
    truth: NONE,
  },
  {
    id: 'tree-filter',
    pages: {
      '/': html(
        `<div style="display:flex"><div class="tree"><input id="a" placeholder="输入部门名称"><div><label><input type="checkbox" id="n">青山镇</label></div><div><label><input type="checkbox">河口镇</label></div></div><div><table><tr><td>陈志远</td><td><select><option>启用</option></select></td></tr></table><button>保存排序</button></div></div>`,
      ),
    },
    async work(page) {
      await enter(page, { '#a': '青山', '#n': '' });
      await page.waitForTimeout(500);
    },
    truth: NONE,
  },
];
