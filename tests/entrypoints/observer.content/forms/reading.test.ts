// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import type * as ContainerModule from '../../../../entrypoints/observer.content/forms/container';
import type * as ControlModule from '../../../../entrypoints/observer.content/forms/control';
import type * as ReadingModule from '../../../../entrypoints/observer.content/forms/reading';

/**
 * Markup in the manner of systems that are not in the repository, read without a browser: what a label
 * is, which controls are one, which of them belong to a form.
 */
let container: typeof ContainerModule;
let control: typeof ControlModule;
let reading: typeof ReadingModule;

/** What lies under a point of the page. */
let under: Element[] = [];

beforeAll(async () => {
  document.elementsFromPoint = () => under;
  // There is no layout here: what is not hidden by its own style is seen.
  Element.prototype.checkVisibility = function visible(this: Element): boolean {
    return this.closest('[hidden],[style*="display:none"]') === null;
  };
  container = await import('../../../../entrypoints/observer.content/forms/container');
  control = await import('../../../../entrypoints/observer.content/forms/control');
  reading = await import('../../../../entrypoints/observer.content/forms/reading');
});

/** Each field of the forms on a page: label, kind, unit and row; `?` before those of a search. */
function read(html: string): readonly string[] {
  document.body.innerHTML = html;
  return control
    .controlsIn(document.body)
    .filter(control.isEditable)
    .map((one) => {
      const { labels, unit = '', row } = reading.readField(one, false);
      const around = new container.Surroundings(container.boundaryOf(one.root));
      const { purpose } = container.placeOf(one, around);
      const name = (labels[0]?.text ?? '').replace(/[:：*＊]/g, '').replace(/\s/g, '');
      return `${purpose === 'form' ? '' : '?'}${name} ${one.kind}${unit}${row === undefined ? '' : ` ${row}`}`;
    });
}

describe('labels in tables', () => {
  it('come from the header cell to the left', () => {
    expect(
      read(
        `<form action="/x"><table class="tb"><tr><th>姓名</th><td><input name="a"></td><th>性别</th><td><select name="b"><option value="">-请选择-</option><option>男</option></select></td></tr><tr><th><em>*</em>身份证</th><td colspan="3"><input name="c"></td></tr><tr><th>照片</th><td colspan=3><input type="file"></td></tr></table><input type="submit" value="提交"></form>`,
      ),
    ).toEqual(['姓名 text', '性别 select', '身份证 text', '照片 file']);
  });

  it('are the items of a statistical table with its column, and the unit has a cell of its own', () => {
    expect(
      read(
        `<form><table><tr><td colspan=4>农业生产情况表</td></tr><tr><td>指标名称</td><td>计量单位</td><td>本期数</td><td>上年同期</td></tr><tr><td>粮食播种面积</td><td>亩</td><td><input></td><td><input></td></tr><tr><td>蔬菜产量</td><td>吨</td><td><input></td><td><input></td></tr></table><button>上报</button></form>`,
      ),
    ).toEqual(['粮食播种面积 text亩', '粮食播种面积 text亩', '蔬菜产量 text吨', '蔬菜产量 text吨']);
  });

  it('are the columns of a table whose rows are judged in several boxes', () => {
    expect(
      read(
        `<form><table><thead><tr><th>考核指标</th><th>分值</th><th>自评得分</th><th>自评说明</th></tr></thead><tbody><tr><td>重点任务</td><td>40</td><td><input type="number"></td><td><input></td></tr><tr><td>依法行政</td><td>30</td><td><input type="number"></td><td><input></td></tr></tbody></table><button>提交</button></form>`,
      ),
    ).toEqual(['自评得分 number 0', '自评说明 text 0', '自评得分 number 1', '自评说明 text 1']);
  });

  it('are the rows of a table whose columns are answers to tick', () => {
    const answers = (name: string) => `<td><input type="radio" name="${name}"></td>`.repeat(3);
    expect(
      read(
        `<form><table><tr><th></th><th>满意</th><th>一般</th><th>不满意</th></tr><tr><td>课堂教学</td>${answers('a')}</tr><tr><td>校园安全</td>${answers('b')}</tr></table><button>提交</button></form>`,
      ),
    ).toEqual(['课堂教学 radio', '校园安全 radio']);
  });

  it('head the rows of a growing grid', () => {
    expect(
      read(
        `<form><table><tr><td>序号</td><td>姓名</td><td>与户主关系</td><td>身份证号</td><td>操作</td></tr><tr><td>1</td><td><input></td><td><select><option>配偶</option></select></td><td><input></td><td><a>删除</a></td></tr><tr><td>2</td><td><input></td><td><select><option>配偶</option></select></td><td><input></td><td><a>删除</a></td></tr></table><a>增加一行</a><button>保存</button></form>`,
      ),
    ).toEqual([
      '姓名 text 0',
      '与户主关系 select 0',
      '身份证号 text 0',
      '姓名 text 1',
      '与户主关系 select 1',
      '身份证号 text 1',
    ]);
  });

  it('stand over their boxes in pairs of rows, and none of these is a record', () => {
    expect(
      read(
        `<form><table><tr><td>姓名</td><td>电话</td></tr><tr><td><input></td><td><input></td></tr><tr><td>住址</td><td>备注</td></tr><tr><td><input></td><td><textarea></textarea></td></tr></table><button>提交</button></form>`,
      ),
    ).toEqual(['姓名 text', '电话 text', '住址 text', '备注 textarea']);
  });

  it('leave the unit behind a box to that box', () => {
    expect(
      read(
        `<form><table><tr><td>面积</td><td><input></td><td>亩</td><td>姓名</td><td><input></td></tr></table><button>提交</button></form>`,
      ),
    ).toEqual(['面积 text', '姓名 text']);
  });
});

describe('labels elsewhere', () => {
  it('come from the column to the left', () => {
    expect(
      read(
        `<form class="form-horizontal"><label class="col-md-2 control-label">单位名称</label><div class="col-md-4"><input class="form-control"></div><label class="col-md-2 control-label">法人</label><div class="col-md-4"><input class="form-control"></div><div class="row"><div class="col-md-2 text-right">备注</div><div class="col-md-10"><textarea></textarea></div></div><button class="btn btn-primary">保存</button></form>`,
      ),
    ).toEqual(['单位名称 text', '法人 text', '备注 textarea']);
  });

  it('stand in a wrapping label before the box', () => {
    expect(
      read(
        `<div><label>家庭人口<input type="number"> 人</label><label>住址<input></label><button>保存</button></div>`,
      ),
    ).toEqual(['家庭人口 number人', '住址 text']);
  });

  it('are the hints where only a heading stands before', () => {
    expect(
      read(
        `<div><h3>走访登记</h3><div><input placeholder="请填写户主姓名"></div><div><select><option value="">请选择困难类型</option></select></div><button>报送</button></div>`,
      ),
    ).toEqual(['请填写户主姓名 text', '请选择困难类型 select']);
  });

  it('float over their box', () => {
    expect(
      read(
        '<form><div class="material"><input name="n"><span class="bar"></span><label class="material-label">文章标题</label></div><div class="box"><input><span class="over">作者</span></div><div class="box"><input><i></i><span class="over">来源</span></div><p>摘要</p><textarea></textarea><button>发布</button></form>',
      ),
    ).toEqual(['文章标题 text', '作者 text', '来源 text', '摘要 textarea']);
  });

  it('are shared by the parts of a range and of an address', () => {
    expect(
      read(
        `<div class="f"><div><span>面积</span><input>-<input>亩</div><div>起止时间：<input placeholder="开始日期">至<input placeholder="结束日期"></div><div>地址：<select><option>省</option></select><select><option>市</option></select><select><option>县</option></select><input placeholder="详细地址"></div><button>保存</button></div>`,
      ),
    ).toEqual([
      '面积 text',
      '面积 text亩',
      '起止时间起 text',
      '结束日期 text',
      '地址 select',
      '地址 select',
      '地址 select',
      '详细地址 text',
    ]);
  });
});

describe('controls', () => {
  it('of miniUI are one each', () => {
    expect(
      read(
        `<div id="form1"><table><tr><td>员工姓名：</td><td><span class="mini-textbox"><span class="mini-textbox-border"><input class="mini-textbox-input"></span></span></td><td>入职日期：</td><td><span class="mini-datepicker mini-buttonedit"><span class="mini-buttonedit-border"><input class="mini-buttonedit-input" readonly><span class="mini-buttonedit-buttons"></span></span><input type="hidden"></span></td></tr><tr><td>部门：</td><td><span class="mini-combobox mini-buttonedit mini-popupedit"><span class="mini-buttonedit-border"><input class="mini-buttonedit-input" readonly></span><input type="hidden"></span></td><td>年龄：</td><td><span class="mini-spinner"><span class="mini-buttonedit-border"><input class="mini-buttonedit-input"></span></span></td></tr></table><a class="mini-button"><span class="mini-button-text">保存</span></a></div>`,
      ),
    ).toEqual(['员工姓名 text', '入职日期 date', '部门 select', '年龄 number']);
  });

  it('of Ext are named by their item', () => {
    expect(
      read(
        `<div class="x-form-item"><label class="x-form-item-label" for="e1"><span>项目名称:</span></label><div class="x-form-item-body"><div class="x-form-trigger-wrap"><input id="e1" class="x-form-field x-form-text"></div></div></div><div class="x-form-item"><label class="x-form-item-label"><span>所属单位:</span></label><div class="x-form-item-body"><div class="x-form-trigger-wrap"><input id="e2" class="x-form-field x-form-text" readonly role="combobox"><div class="x-form-trigger"></div></div></div></div><a class="x-btn" role="button"><span class="x-btn-inner">保存</span></a>`,
      ),
    ).toEqual(['项目名称 text', '所属单位 select']);
  });

  it('of Ext are lists where an arrow stands beside the box, though it is readonly', () => {
    expect(
      read(
        `<div class="x-form-item"><label class="x-form-item-label">类别:</label><div class="x-form-element"><div class="x-form-field-wrap"><input class="x-form-text x-form-field" readonly><img class="x-form-trigger x-form-arrow-trigger"></div></div></div><div class="x-form-item"><label class="x-form-item-label">日期:</label><div class="x-form-element"><div class="x-form-field-wrap"><input class="x-form-text x-form-field"><img class="x-form-trigger x-form-date-trigger"></div></div></div><div class="x-form-item"><label class="x-form-item-label">合计:</label><div class="x-form-element"><input class="x-form-text x-form-field" readonly></div></div><a class="x-btn" role="button">保存</a>`,
      ),
    ).toEqual(['类别 select', '日期 date']);
  });

  it('of Ant Design Mobile are named by their item', () => {
    expect(
      read(
        `<form class="adm-form"><div class="adm-list"><a class="adm-list-item adm-form-item"><div class="adm-list-item-content"><div class="adm-list-item-content-prefix"><label class="adm-form-item-label" for="name">姓名</label></div><div class="adm-list-item-content-main"><div class="adm-form-item-child"><div class="adm-input"><input class="adm-input-element" id="name" placeholder="请输入姓名"></div></div></div></div></a><a class="adm-list-item adm-form-item"><div class="adm-list-item-content"><div class="adm-list-item-content-prefix"><label class="adm-form-item-label">备注</label></div><div class="adm-list-item-content-main"><div class="adm-text-area"><textarea class="adm-text-area-element"></textarea></div></div></div></a></div><button class="adm-button" type="submit">提交</button></form>`,
      ),
    ).toEqual(['姓名 text', '备注 textarea']);
  });

  it('that are looked up beside are no plain text shown', () => {
    expect(
      read(
        `<form class="pageForm"><div class="pageFormContent"><p><label>客户名称：</label><input type="text" class="required"></p><p><label>部门：</label><input readonly type="text"><a class="btnLook" href="#">查找带回</a></p><dl class="nowrap"><dt>备注：</dt><dd><textarea></textarea></dd></dl></div><div class="formBar"><ul><li><div class="buttonActive"><div class="buttonContent"><button type="submit">保存</button></div></div></li></ul></div></form>`,
      ),
    ).toEqual(['客户名称 text', '部门 text', '备注 textarea']);
  });

  it('that are looked up by a picture are no plain text shown, and sums are', () => {
    const icon = '<img src="p.gif" onclick="choose()">';
    expect(
      read(
        `<form><table><tr><td>参会人员</td><td><input readonly><input type="hidden"></td><td>${icon}</td></tr><tr><td>记录人</td><td><input readonly>${icon}</td></tr><tr><td>合计</td><td><input readonly></td><td class="selected">元</td></tr><tr><td>平均</td><td><input readonly></td><td>备注</td><td><input>${icon}</td></tr></table><button>保存</button></form>`,
      ),
    ).toEqual(['参会人员 text', '记录人 text', '备注 text']);
  });

  it('of uni-app are filled by a keypad where the hint that is drawn asks for a press', () => {
    const box = (hint: string) =>
      `<uni-input><div class="uni-input-wrapper"><div class="uni-input-placeholder">${hint}</div><input class="uni-input-input" readonly></div></uni-input>`;
    expect(
      read(
        `<div><uni-view><uni-text>养殖数量</uni-text>${box('点击输入')}</uni-view><uni-view><uni-text>合计</uni-text>${box('自动计算')}</uni-view><uni-button>提交</uni-button></div>`,
      ),
    ).toEqual(['养殖数量 text']);
  });

  it('of a window in which somebody is looked up are none of a form', () => {
    expect(
      read(
        '<div role="dialog"><div class="title">人员选择</div><p>姓名<input></p><p>单位<input></p><button>确定</button></div>',
      ),
    ).toEqual(['?姓名 text', '?单位 text']);
  });

  it('of an editor are the editor alone', () => {
    expect(
      read(
        `<form><div class="row"><div class="lab">通知标题</div><input></div><div class="row"><div class="lab">通知正文</div><div class="editor"><div class="ql-toolbar"><span class="ql-formats"><button>B</button><select class="ql-size"><option>小</option></select></span></div><div class="ql-container"><div class="ql-editor" contenteditable="true"></div><div class="ql-clipboard" contenteditable="true" tabindex="-1"></div><div class="ql-tooltip ql-hidden"><input type="text" data-formula="e=mc^2"></div></div></div></div><button>发布</button></form>`,
      ),
    ).toEqual(['通知标题 text', '通知正文 rich-text']);
  });

  it('of one name are one choice, though each stands in a cell', () => {
    expect(
      read(
        `<form><div>紧急程度</div><table><tr><td><input type="radio" name="r" value="0"><label>一般</label></td><td><input type="radio" name="r" value="1"><label>紧急</label></td></tr></table><p>备注</p><input><button>保存</button></form>`,
      ),
    ).toEqual(['紧急程度 radio', '备注 text']);
  });

  it('of a search are none of a form', () => {
    expect(
      read(
        `<div><div class="select-list"><ul><li>登录名称：<input></li><li>状态：<select><option>所有</option></select></li><li><a class="btn">搜索</a></li></ul></div><div class="box"><p>姓名</p><input><p>电话</p><input><button>提交</button></div></div>`,
      ),
    ).toEqual(['?登录名称 text', '?状态 select', '姓名 text', '电话 text']);
  });
});

describe('labels of hand-written pages', () => {
  it('come from the cell around a table that only puts a box and its button side by side', () => {
    expect(
      read(
        `<form><table><tr><td>姓　名：</td><td><table><tr><td><input name="xm"></td><td><a href="javascript:void(0)">读卡</a></td></tr></table></td><td>电话：</td><td><input name="dh"></td></tr></table><input type="submit" value="保存"></form>`,
      ),
    ).toEqual(['姓名 text', '电话 text']);
  });

  it('do not come from the cell around a table that lays out a whole form', () => {
    expect(
      read(
        `<table><tr><td>导航</td><td><form><table><tr><td><input placeholder="户主"></td><td><input placeholder="电话"></td><td><input placeholder="住址"></td></tr></table><button>提交</button></form></td></tr></table>`,
      ),
    ).toEqual(['户主 text', '电话 text', '住址 text']);
  });

  it('are what a single tick box says behind itself', () => {
    expect(
      read(
        `<div><p>核对户主：<b>李秀英</b></p><p><input type="checkbox">本人承诺以上信息属实</p><p>备注<input></p><button>提交</button></div>`,
      ),
    ).toEqual(['本人承诺以上信息属实 checkbox', '备注 text']);
  });

  it('head the columns of rows that are each saved by themselves', () => {
    expect(
      read(
        `<table><tr><th>村名</th><th>已接种人数</th><th>未接种人数</th><th>操作</th></tr><tr><td>柳溪村</td><td><input></td><td><input></td><td><a href="javascript:;">保存</a></td></tr></table>`,
      ),
    ).toEqual(['已接种人数 text 0', '未接种人数 text 0']);
  });
});

describe('no form by what it holds', () => {
  it('is one that asks for a password, whatever its button says', () => {
    expect(
      read(
        `<div><p>账号 <input></p><p>密码 <input type="password"></p><p>验证码 <input></p><button>确定</button></div>`,
      ),
    ).toEqual(['?账号 text', '?密码 password', '?验证码 text']);
  });

  it('is a form all the same where a password is one of many things', () => {
    expect(
      read(
        `<div><p>账号 <input></p><p>初始密码 <input type="password"></p><p>姓名 <input></p><p>科室 <input></p><button>保存</button></div>`,
      ),
    ).toEqual(['账号 text', '初始密码 password', '姓名 text', '科室 text']);
  });

  it('is a part of the page under a heading that says that it looks for something', () => {
    const panel = (heading: string) =>
      read(
        `<main><div class="p"><b>${heading}</b><p>姓名<input></p><p>电话<input></p><button>确定</button></div></main>`,
      );
    expect(panel('筛选条件')).toEqual(['?姓名 text', '?电话 text']);
    expect(panel('发表评论')).toEqual(['?姓名 text', '?电话 text']);
    expect(panel('查询结果登记')).toEqual(['姓名 text', '电话 text']);
  });

  it('are the boxes over the columns of a list', () => {
    expect(
      read(
        `<button>保存</button><table><thead><tr><th>姓名</th><th>村组</th></tr><tr><th><input></th><th><input></th></tr></thead><tbody><tr><td>王德福</td><td>一组</td></tr></tbody></table>`,
      ).every((field) => field.startsWith('?')),
    ).toBe(true);
  });

  it('is what turns pages, by the words around it', () => {
    expect(
      read(
        `<table><tr><td>王德福</td></tr></table><div>共 240 条 每页 <select><option>10</option></select> 条 第 <input> / 24 页 <button>确定</button></div>`,
      ).every((field) => field.startsWith('?')),
    ).toBe(true);
  });

  it('are radios at the head of the rows of a list', () => {
    expect(
      read(
        `<table><tr><td><input type="radio" name="p"></td><td>林晓燕</td></tr><tr><td><input type="radio" name="p"></td><td>何光明</td></tr></table><button>确定</button>`,
      ),
    ).toEqual([]);
  });

  it('are boxes in the frame of the whole site', () => {
    expect(
      read(
        `<header><select><option>青山镇</option></select></header><div><p>考核对象<input></p><p>得分<input></p><button>提交</button></div>`,
      ),
    ).toEqual(['? select', '考核对象 text', '得分 text']);
  });
});

describe('controls that a library draws itself', () => {
  const form = (...items: string[]) => read(`<form>${items.join('')}<button>提交</button></form>`);

  it('are no second field beside their native twin', () => {
    expect(
      form(
        '<div><label>姓名</label><div><input></div></div>',
        '<div><label>救助类型</label><div><div role="combobox" tabindex="0">低保户</div><input aria-hidden="true" tabindex="-1" value="1"></div></div>',
      ),
    ).toEqual(['姓名 text', '救助类型 select']);
  });

  it('stand for a tick box that is hidden beside them', () => {
    expect(
      form(
        '<div class="layui-form-item"><label class="layui-form-label">帮扶措施</label><div><input type="checkbox" name="k1" title="产业" hidden><div class="layui-form-checkbox">产业</div><input type="checkbox" name="k2" title="就业" hidden><div class="layui-form-checkbox">就业</div></div></div>',
        '<p>是否残疾</p><div role="switch" aria-label="开关" tabindex="0"><div><input type="checkbox" hidden><div class="toggle-track"></div></div></div>',
        '<p>住房情况</p><input type="checkbox" hidden><p>没有画出来的不算</p>',
      ),
    ).toEqual(['帮扶措施 checkbox', '是否残疾 switch']);
  });

  it('are what the more special of two words says', () => {
    expect(
      form(
        '<p>姓名</p><input><p>救助类型</p><div class="rs-picker rs-picker-select"><div role="combobox">请选择</div></div>',
      ),
    ).toEqual(['姓名 text', '救助类型 select']);
  });

  it('do not take their row and its label with them', () => {
    expect(
      form(
        '<div class="weui-cell"><div>姓名</div><input></div>',
        '<div class="weui-cell weui-cell_switch"><div>是否残疾</div><div><input class="weui-switch" type="checkbox"></div></div>',
      ),
    ).toEqual(['姓名 text', '是否残疾 switch']);
  });

  it('may hold the title of their options', () => {
    expect(
      form(
        '<p>姓名</p><input><div class="mint-radiolist"><label class="mint-radiolist-title">性别</label><a><label><input type="radio"><span>男</span></label></a><a><label><input type="radio"><span>女</span></label></a></div>',
      ),
    ).toEqual(['姓名 text', '性别 radio']);
  });

  it('are known by their class once the person has clicked one, and popups of others are not', () => {
    const html =
      '<form><p>姓名</p><input><p>救助类型</p><div class="zz-select"><div class="zz-select__in"><span>请选择</span></div></div><p>帮扶单位</p><div class="zz-select"><span>请选择</span></div><button>提交</button></form><div class="qq-select-dropdown"><div class="qq-select"><b>低保户</b></div></div>';
    expect(read(html)).toEqual(['姓名 text']);
    document.body.insertAdjacentHTML(
      'afterbegin',
      '<div class="top-nav"><div class="lang-select">简体中文</div></div>',
    );
    control.learnWidget(document.querySelector('.lang-select') as Element);
    control.learnWidget(document.querySelector('.qq-select b') as Element);
    control.learnWidget(document.querySelector('.zz-select__in span') as Element);
    expect(read(`<div class="lang-select">简体中文</div>${html}`)).toEqual([
      '姓名 text',
      '救助类型 select',
      '帮扶单位 select',
    ]);
  });

  it('show the value that a person reads, not what their native select is set to', async () => {
    const { controlValue } = await import('../../../../entrypoints/observer.content/forms/value');
    const value = (html: string) => {
      document.body.innerHTML = html;
      return controlValue(control.controlsIn(document.body)[0] as ControlModule.Control);
    };
    const vuetify = (shown: string) =>
      `<div class="v-input v-select"><div role="combobox"><label for="v1">救助类型</label><div class="v-field__input">${shown}<select hidden><option value="低保户"></option><option value="特困户"></option></select></div></div></div>`;
    expect(value(vuetify(''))).toBe('');
    expect(value(vuetify('<span>特困户</span>'))).toBe('特困户');
    const rsuite = (shown: string) =>
      `<div class="rs-picker rs-picker-select"><div role="combobox"><input readonly aria-hidden="true" value="1">${shown}</div></div>`;
    expect(value(rsuite('<span>低保户</span>'))).toBe('低保户');
  });
});

describe('what is a form, and what is none', () => {
  it('is a form of its own beside a comment box, by a word that only begins with handing in', () => {
    expect(
      read(
        `<div class="page"><form class="ivu-form"><div class="ivu-form-item"><label class="ivu-form-item-label">学习篇目</label><input></div><div class="ivu-form-item"><label class="ivu-form-item-label">学习体会</label><textarea></textarea></div><button>提交学习笔记</button></form><div><textarea placeholder="说点什么"></textarea><button>发表评论</button></div></div>`,
      ),
    ).toEqual(['学习篇目 text', '学习体会 textarea', '?说点什么 textarea']);
  });

  it('is no form where the look of the site is set', () => {
    expect(
      read(
        `<div class="el-drawer" role="dialog"><header class="el-drawer__header">布局设置</header><label>固定头部 <input type="checkbox" name="a"></label><label>显示标志 <input type="checkbox" name="b"></label><button>保存配置</button></div>`,
      ).every((one) => one.startsWith('?')),
    ).toBe(true);
  });

  it('has stars among its fields, and what they say', async () => {
    const { controlValue } = await import('../../../../entrypoints/observer.content/forms/value');
    const stars = (value: number) =>
      `<form><p>姓名</p><input><p>满意度</p><div class="el-rate" role="slider" aria-valuenow="${value}"><i></i></div><button>提交</button></form>`;
    expect(read(stars(4))).toEqual(['姓名 text', '满意度 other']);
    const shown = () => controlValue(control.controlsIn(document.body)[1] as ControlModule.Control);
    expect(shown()).toBe('4');
    read(stars(0));
    expect(shown()).toBe('');
  });

  it('names the answers to numbered questions after these, and columns of records after their heads', () => {
    const table = (head: string, kind: string) =>
      `<form><table><thead><tr><th>序号</th><th>${head}</th><th>结果</th></tr></thead><tbody>${[
        '有无台账',
        '是否培训',
      ]
        .map(
          (text, at) =>
            `<tr><td>${at + 1}</td><td>${text}</td><td><input type="${kind}" name="r${at}"></td></tr>`,
        )
        .join('')}</tbody></table><p>备注</p><input><button>提交</button></form>`;
    expect(read(table('检查内容', 'radio'))).toEqual([
      '有无台账 radio',
      '是否培训 radio',
      '备注 text',
    ]);
    expect(read(table('检查内容', 'text'))).toEqual(['结果 text 0', '结果 text 1', '备注 text']);
    expect(read(table('物资名称', 'radio'))[0]).toBe('结果 radio 0');
  });

  it('names tick boxes after the cell beside theirs, and reads those of one list as one', () => {
    const box = (name: string, text: string) =>
      `<input type="checkbox" name="${name}" id="${name}"><label for="${name}">${text}</label>`;
    const list = ['多饮', '多食'].map((text, at) => box(`c$zz$${at}`, text));
    expect(
      read(
        `<form><table><tr><td>姓名</td><td><input></td></tr>
        <tr><td>症状</td><td><table><tr>${list.map((one) => `<td>${one}</td>`).join('')}</tr></table></td></tr>
        <tr><td>并发症</td><td>${box('bf1', '肾病')}${box('bf2', '眼病')}</td></tr></table><button>保存</button></form>`,
      ),
    ).toEqual(['姓名 text', '症状 checkbox', '并发症 checkbox']);
  });

  it('names a group of tick boxes after its item, not after the tab above', () => {
    expect(
      read(
        `<div class="layui-form"><ul class="layui-tab-title"><li>基本信息</li><li>健康状况</li></ul><div class="layui-form-item"><label class="layui-form-label">慢病类型</label><div class="layui-input-block"><input type="checkbox" name="x" title="高血压"><input type="checkbox" name="y" title="糖尿病"></div></div><div class="layui-form-item"><label class="layui-form-label">姓名</label><div class="layui-input-block"><input></div></div><button lay-submit>保存</button></div>`,
      ),
    ).toEqual(['慢病类型 checkbox', '姓名 text']);
  });
});

describe('what Layui draws anew', () => {
  it('is the same field, at its new place', () => {
    const html = (drawn: string) =>
      `<form><p>姓名</p><input><p>行政村</p><select id="s" hidden><option value="">请选择</option><option value="1">红旗村</option></select>${drawn}<button>提交</button></form>`;
    expect(read(html('<div class="layui-form-select"><input readonly></div>'))).toContain(
      '行政村 select',
    );
    const before = control.controlOf(document.querySelector('#s') as Element)?.root;
    before?.remove();
    document
      .querySelector('#s')
      ?.insertAdjacentHTML('afterend', '<div class="layui-form-select"><input readonly></div>');
    const after = control.controlOf(document.querySelector('#s') as Element);
    expect(after?.root).not.toBe(before);
    expect(after && control.isEditable(after)).toBe(true);
  });
});

describe('parts of one answer', () => {
  const cell = (label: string, boxes: string) =>
    read(
      `<form><table><tr><td>${label}</td><td>${boxes}</td></tr><tr><td>备注</td><td><input></td></tr></table><button>保存</button></form>`,
    ).slice(0, -1);

  it('are named by the word behind each', () => {
    expect(
      cell(
        '出生日期',
        '<select><option>1964</option></select>年<select><option>10</option></select>月<select><option>1</option></select>日',
      ),
    ).toEqual(['出生日期年 select年', '出生日期月 select月', '出生日期日 select日']);
    expect(
      cell('户籍地址', '<input>省<input>市（州）<input>县（市、区）<input placeholder="详细地址">'),
    ).toEqual([
      '户籍地址省 text',
      '户籍地址市(州) text',
      '户籍地址县(市、区) text',
      '详细地址 text',
    ]);
  });

  it('are named by the word before each, where it stands there', () => {
    expect(cell('户籍地址', '乡<input>村<input>组<input>')).toEqual([
      '乡 text',
      '村 text',
      '组 text',
    ]);
    expect(cell('基本情况', '姓名<input>村<input>组<input>')).toEqual([
      '姓名 text',
      '村 text',
      '组 text',
    ]);
  });

  it('are named by what each offers first', () => {
    const list = (what: string) => `<select><option value="">请选择${what}</option></select>`;
    expect(cell('户籍地址', list('省') + list('市') + list('县'))).toEqual([
      '请选择省 select',
      '请选择市 select',
      '请选择县 select',
    ]);
  });

  it('are the ends of a range', () => {
    expect(cell('有效期', '<input>至<input>')).toEqual(['有效期起 text', '有效期至 text']);
  });

  it('of which nothing tells are not taken for the same twice', () => {
    expect(cell('固定电话', '<input size=4>-<input>')).toEqual([
      '固定电话 text',
      '固定电话续 text',
    ]);
  });

  it('are none where a box has a button, a list of another kind or a unit beside it', () => {
    expect(cell('身份证号', '<input><input type="button" value="读卡">')).toEqual([
      '身份证号 text',
    ]);
    expect(cell('年龄', '<input>岁')).toEqual(['年龄 text岁']);
    expect(cell('务工年限', '<input>年')).toEqual(['务工年限 text年']);
    expect(
      cell('证件号码', '<select><option value="">请选择证件类型</option></select><input>'),
    ).toEqual(['请选择证件类型 select', '证件号码 text']);
  });
});

describe('a heading over a part of the form', () => {
  const part = (heading: string) =>
    read(
      `<form><fieldset><legend>${heading}</legend><p>姓名：<input></p><p>残疾类别：<input></p></fieldset><button>保存</button></form>`,
    );

  it('tells whose data stand below it', () => {
    expect(part('监护人信息')).toEqual(['监护人姓名 text', '残疾类别 text']);
    expect(part('二、配偶')).toEqual(['配偶姓名 text', '残疾类别 text']);
  });

  it('tells nothing where it names no role', () => {
    expect(part('走访情况')).toEqual(['姓名 text', '残疾类别 text']);
    expect(part('户主信息核查说明')).toEqual(['姓名 text', '残疾类别 text']);
  });

  it('tells it also right over the form, and not from farther away', () => {
    const fields = '<form><p>姓名：<input></p><p>日期：<input></p><button>保存</button></form>';
    const head = '<div class="el-card__header">户主信息</div>';
    expect(read(`<div>${head}<div>${fields}</div></div>`)[0]).toBe('户主姓名 text');
    expect(read(`<div>${head}<p>李秀英，石桥村</p><div>${fields}</div></div>`)[0]).toBe(
      '姓名 text',
    );
  });

  it('counts until the next one, also where that stands over a part of its own', () => {
    expect(
      read(
        '<form><h3>户主信息</h3><p>姓名：<input></p><div><h3>走访情况</h3><p>日期：<input></p></div><p>联系电话：<input></p><table><tr><td colspan="2">配偶情况</td></tr><tr><td>姓名</td><td><input></td></tr><tr><td colspan="2">备注</td></tr><tr><td>姓名</td><td><input></td></tr></table><button>保存</button></form>',
      ),
    ).toEqual(['户主姓名 text', '日期 text', '联系电话 text', '配偶姓名 text', '姓名 text']);
  });
});

describe('words beside a box that is no form', () => {
  it('are those said to an assistant, with what is chosen for it', () => {
    expect(
      read(
        '<div><div class="log"></div><div class="composer"><p>模型</p><select><option>通用</option></select><textarea placeholder="Shift+Enter 换行"></textarea><button>发送</button></div></div>',
      ),
    ).toEqual(['?模型 select', '?Shift+Enter换行 textarea']);
  });

  it('are those said under an article, with a name', () => {
    expect(
      read(
        '<div><article>进度</article><div class="say"><p>留言</p><textarea placeholder="说点什么…"></textarea><p>昵称</p><input><button>发表</button></div></div>',
      ),
    ).toEqual(['?留言 textarea', '?昵称 text']);
  });

  it('are none in a large form', () => {
    const more = ['甲', '乙', '丙', '丁', '戊'].map((name) => `<p>${name}方</p><input>`).join('');
    expect(
      read(
        `<div><div>${more}<p>评语</p><textarea placeholder="请输入评论"></textarea><button>提交</button></div></div>`,
      ).some((field) => field.startsWith('?')),
    ).toBe(false);
  });
});

describe('choices', () => {
  it('that are drawn bear their own words', async () => {
    const { controlValue } = await import('../../../../entrypoints/observer.content/forms/value');
    document.body.innerHTML =
      '<p>取暖方式</p><div><div role="radio" aria-checked="true"><i></i><span>燃煤</span></div><div role="radio"><i></i><span>电暖</span></div></div>';
    const [choice] = control.controlsIn(document.body);
    expect(choice && controlValue(choice)).toBe('燃煤');
  });
});

it('reads the tags that a box makes of what is typed', async () => {
  const { controlValue } = await import('../../../../entrypoints/observer.content/forms/value');
  document.body.innerHTML =
    '<div class="arco-form-item"><span class="arco-input-tag"><span class="arco-input-tag-inner"><span class="arco-tag">周小满</span><span class="arco-tag">吴立夏</span><input class="arco-input-tag-input"></span></span></div>';
  const [box] = control.controlsIn(document.body);
  expect(box && controlValue(box)).toBe('周小满、吴立夏');
});

it('reads the words that are put into a button drawn in a shadow root', async () => {
  const { buttonText } = await import('../../../../entrypoints/observer.content/forms/button');
  document.body.innerHTML = '<x-button>提交登记</x-button>';
  const host = document.body.firstElementChild as Element;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<button><slot></slot></button>';
  expect(buttonText(root.firstElementChild as Element)).toBe('提交登记');
});

it('names a figure after its item, whatever code and unit stand between', () => {
  expect(
    read(
      '<table><tr><th>指标名称</th><th>代码</th><th>计量单位</th><th>本年累计</th></tr><tr><td>营业收入</td><td>03</td><td>千元</td><td><input></td></tr><tr><td>人均薪酬</td><td>06</td><td>千元/人</td><td><input></td></tr></table><button>上报</button>',
    ),
  ).toEqual(['营业收入 text千元', '人均薪酬 text千元/人']);
});

describe('a role in a cell', () => {
  it('heads the rows over which it spans', () => {
    expect(
      read(
        '<table><tr><td rowspan="2">户主</td><td>姓名：</td><td><input></td><td>身份证号：</td><td><input></td></tr><tr><td>联系电话：</td><td><input></td><td>备注：</td><td><input></td></tr><tr><td>监护人</td><td>姓名：</td><td><input></td><td>性别：</td><td><input></td></tr><tr><td>姓名：</td><td><input></td></tr></table><button>保存</button>',
      ),
    ).toEqual([
      '户主姓名 text',
      '户主身份证号 text',
      '户主联系电话 text',
      '备注 text',
      '监护人姓名 text',
      '监护人性别 text',
      '姓名 text',
    ]);
  });

  it('heads the boxes of the cell behind it, and is a label itself before a box', () => {
    expect(
      read(
        '<table><tr><td>监护人信息</td><td>姓名 <input> 联系电话 <input></td></tr><tr><td>联系人</td><td><input></td><td>联系电话</td><td><input></td></tr></table><button>保存</button>',
      ),
    ).toEqual(['监护人姓名 text', '监护人联系电话 text', '联系人 text', '联系电话 text']);
  });
});

it('reads an editor that lies upon a cell as the cell under it', () => {
  document.body.innerHTML =
    '<table><tr><th>户主</th><th>作物</th></tr><tr><td>邓有才</td><td>玉米</td></tr><tr><td>何翠花</td><td id="c"></td></tr></table><input id="e" style="position:absolute"><button>保存</button>';
  under = [document.querySelector('#e'), document.querySelector('#c')] as Element[];
  (document.querySelector('#e') as Element).getBoundingClientRect = () => new DOMRect(9, 9, 90, 20);
  const [one] = control.controlsIn(document.body) as [ControlModule.Control];
  expect(reading.readField(one, false)).toMatchObject({
    labels: [{ text: '作物' }],
    row: 1,
  });
  under = [];
});

it('takes no text for a label whose place says that it is none', () => {
  document.body.innerHTML =
    '<form><b>户主姓名</b><b>身份证号</b><input id="a"><input id="b"><input id="c"><button>保存</button></form>';
  const place = (element: Element, left: number, top: number, width: number) => {
    (element as HTMLElement).style.position = 'absolute';
    element.getBoundingClientRect = () => new DOMRect(left, top, width, 20);
  };
  const [name, number] = Array.from(document.querySelectorAll('b')) as unknown as [
    Element,
    Element,
  ];
  const [a, b, c] = Array.from(document.querySelectorAll('input')) as unknown as [
    Element,
    Element,
    Element,
  ];
  place(name, 20, 10, 60);
  place(number, 20, 50, 60);
  place(a, 90, 10, 120);
  place(b, 20, 72, 120);
  place(c, 400, 10, 120);
  const labels = control
    .controlsIn(document.body)
    .map((one) => reading.readField(one, false).labels);
  expect(labels.map(([first]) => first?.text)).toEqual(['户主姓名', 'b', 'c']);
});
