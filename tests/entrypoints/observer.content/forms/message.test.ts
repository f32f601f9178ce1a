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
