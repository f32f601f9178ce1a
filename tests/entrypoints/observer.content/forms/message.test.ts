// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import type * as MessageModule from '../../../../entrypoints/observer.content/forms/message';
import type * as WordsModule from '../../../../entrypoints/observer.content/forms/words';

let message: typeof MessageModule;
let words: typeof WordsModule;

beforeAll(async () => {
  Element.prototype.checkVisibility = () => true;
  message = await import('../../../../entrypoints/observer.content/forms/message');
  words = await import('../../../../entrypoints/observer.content/forms/words');
});

it('tells that this act was done, in either wording', () => {
  expect(words.messageMeaning('您的答卷已经提交')).toBe('success');
  expect(words.messageMeaning('您今日已经提交过，请勿重复提交')).toBe('failure');
});

it('takes an import for what was handed in only where rows were', () => {
  expect(words.messageMeaning('导入成功')).toBe('none');
  expect(words.messageMeaning('导入成功', true)).toBe('success');
  expect(words.messageMeaning('下载成功', true)).toBe('none');
  expect(words.messageMeaning('导入失败', true)).toBe('failure');
});

it.each([
  ['确认导入', 'submit'],
  ['确认预约', 'submit'],
  ['确认借出', 'submit'],
  ['确认删除', 'other'],
  ['确定退出', 'other'],
  ['确认密码', 'other'],
  ['批量导入', 'other'],
  ['提交检查表', 'submit'],
  ['提交督办反馈', 'submit'],
  ['上报隐患', 'submit'],
  ['保存评分', 'submit'],
  ['提交台账', 'submit'],
  ['提交列表', 'other'],
  ['上报统计表', 'other'],
  ['提交时间', 'other'],
  ['保存草稿', 'draft'],
  ['提交并下一步', 'step'],
])('takes %s for what hands something in, or not', (text, meaning) => {
  const told = words.controlMeaning(text);
  if (meaning === 'other') expect(told).not.toBe('submit');
  else expect(told).toBe(meaning);
});

describe('a message with a number', () => {
  it.each([
    '保存成功，共2条',
    '成功3条，失败0条',
    '3户成功，0户失败',
    '成功10条，失败数量0',
    '保存成功，共10人通过',
  ])('tells of a success: %s', (text) => {
    expect(words.messageMeaning(text)).toBe('success');
  });

  it.each([
    '成功1条，失败2条',
    '成功20条，10条失败',
    '成功0条',
    '部分数据保存成功',
    '提交成功，1条数据未通过校验',
  ])('tells that not all was taken: %s', (text) => {
    expect(words.messageMeaning(text)).toBe('failure');
  });

  const lineOf = (text: string) => {
    document.body.innerHTML = `<h3>${text}</h3>`;
    return message.messageIn(document.body.firstElementChild as Element)?.meaning;
  };

  it('is one in the page where it says first how the act went', () => {
    expect(lineOf('保存成功，共2条')).toBe('success');
    expect(lineOf('上报成功3条')).toBeUndefined();
    expect(lineOf('本月任务12条，已完成3条')).toBeUndefined();
    expect(lineOf('提交成功率，98%')).toBeUndefined();
  });
});

describe('a message of validation', () => {
  const errors = (classes: string) => {
    document.body.innerHTML = `<div class="ivu-form-item"><input>
      <div class="ivu-form-item-error-tip ${classes}">手机号码格式不正确</div></div>`;
    return [
      message.hasValidationErrors(document.body),
      message.isValidationMessage(
        document.querySelector('.ivu-form-item-error-tip') as Element,
        document.body,
      ),
    ];
  };

  it('says what is wrong while it stands or comes, and nothing while it goes', () => {
    expect(errors('')).toEqual([true, true]);
    expect(errors('fade-enter-active')).toEqual([true, true]);
    expect(errors('fade-leave-active fade-leave-to')).toEqual([false, false]);
  });

  it('is no more said by the item around it while it goes', () => {
    const item = () => document.querySelector('.ivu-form-item') as Element;
    errors('');
    expect(message.isValidationMessage(item(), document.body)).toBe(true);
    errors('fade-leave-active fade-leave-to');
    expect(message.isValidationMessage(item(), document.body)).toBe(false);
  });
});

describe('a message in the words of offices', () => {
  it.each([
    '工单已创建',
    '任务已下发',
    '派单完成',
    '已交办',
    '修改已生效',
    '备案完毕',
    '公文已送至部门审核环节',
  ])('tells of a success: %s', (text) => expect(words.messageMeaning(text)).toBe('success'));

  it.each(['数据已被他人修改', '该单据已被锁定'])('tells of a failure: %s', (text) =>
    expect(words.messageMeaning(text)).toBe('failure'),
  );

  it.each([
    '递交',
    '补报',
    '首报',
    '立案',
    '报备',
    '核销',
    '转交下一步',
    '送下一环节',
    '确认无误',
    '存盘(S)',
  ])('is asked for by a button that hands in: %s', (text) =>
    expect(words.controlMeaning(text)).toBe('submit'),
  );
});

it('hears a box of an old library, which lies over the page in a table of its own', () => {
  document.body.innerHTML =
    '<div style="position:absolute;z-index:9"><p>提醒</p><table class="mini-messagebox-table"><tr><td><i></i></td><td class="mini-messagebox-content">数据保存成功</td></tr></table></div>';
  expect(message.messageIn(document.body.firstElementChild as Element)?.meaning).toBe('success');
  document.body.innerHTML = '<table><tr><td>刘某</td><td>数据保存成功</td></tr></table>';
  expect(message.messageIn(document.body.firstElementChild as Element)).toBeUndefined();
});

it('hears a box of its own that lies over the page and is closed by a button, and no window with a form', () => {
  const said = (more: string) => {
    document.body.innerHTML = `<div style="position:absolute;z-index:auto"><b>系统信息</b><p style="font-size:12px">案件登记成功！案号：青路赔〔2026〕19号</p>${more}<input type="button" value="确定"></div>`;
    return message.messageIn(document.body.firstElementChild as Element)?.meaning;
  };
  expect(said('')).toBe('success');
  expect(said('<input name="note">')).toBeUndefined();
});

it.each([
  ['草稿（15:02 已保存）', true],
  ['草稿已保存', true],
  ['草稿', true],
  ['草稿箱', false],
])('takes %s for the state of a draft that was kept, or not', (text, kept) => {
  document.body.innerHTML = `<span>${text}</span>`;
  const state = document.body.firstElementChild as Element;
  expect(message.isNewState(state, '未填报', true)).toBe(kept);
  expect(message.isNewState(state, '未填报', false)).toBe(false);
});

it('hears what names nothing but the act, wherever it stands', () => {
  const said = (text: string) => {
    document.body.innerHTML = `<p style="font-size:12px"><b style="font-size:12px;font-weight:400">${text}</b></p>`;
    return message.messageIn(document.body.firstElementChild as Element)?.meaning;
  };
  expect(said('保存成功，共更新2行')).toBe('success');
  expect(said('上报成功3条')).toBeUndefined();
  expect(said('3月已保存')).toBeUndefined();
});

it('hears the first of two clauses of a coloured line', () => {
  document.body.innerHTML =
    '<p><b style="color:rgb(0, 102, 0)">备案完毕，备案号：JC2026-118</b></p>';
  expect(message.messageIn(document.body.firstElementChild as Element)?.meaning).toBe('success');
});

describe('a page that answers with the form on it', () => {
  const said = (words: string): string => {
    document.body.innerHTML = `${words}<table><tr><td>机构名称</td><td><input></td></tr></table>`;
    return message.messageOfPage(document.body);
  };

  it.each([
    ['<span id="ctl00_M_lblMsg">保存成功！</span>', 'success'],
    ['<span style="color:Green;">保存成功！</span>', 'success'],
    ['<span style="color:Red;">入住老人数不能为空！</span>', 'failure'],
    ['<ul class="actionMessage"><li><span>暂存成功</span></li></ul>', 'success'],
    ['<span style="color:Red;">带*的为必填项</span>', 'none'],
    ['<span>保存成功后不可修改</span>', 'none'],
  ])('says it in a label or in colour: %s', (words, meaning) => {
    expect(said(words)).toBe(meaning);
  });
});

it('that stood before is no news while it fades away', () => {
  document.body.innerHTML =
    '<div class="layui-layer-msg"><div class="layui-layer-content">走访人不能为空</div></div>';
  const box = document.body.firstElementChild as Element;
  expect(message.messageIn(box)?.meaning).toBe('failure');
  const standing = message.standingMessages();
  box.classList.add('layer-anim-close');
  expect(message.messageIn(box, standing)).toBeUndefined();
});
