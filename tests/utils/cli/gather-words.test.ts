import { describe, expect, it } from 'vitest';
import { withWordsGathered } from '../../../utils/cli/gather-words';

const SCRIPT = `(()=>{const e=/提交|保存/u,t=/报送/gu;globalThis.told=e=>{const n=typeof e=="string"?e:"没有内容";
const r={"中文键":"提交成功",plain:"提交成功"};return[/保存失败|提交失败/i.test(n),n.replace(t,"上报"),r["中文键"]+r.plain,e2(n)]};
function e2(n){switch(n){case"重新提交":return"已经提交";default:return n in{"重新提交":1}?1:void 0}}
globalThis.same=()=>[t.test("报送报送"),t.test("报送报送"),e.test("保存"),e.test("保存")]})();`;

function run(code: string, ask: string): unknown {
  return new Function(`${code};return ${ask}`)();
}

describe('a script with its words gathered', () => {
  const gathered = withWordsGathered(SCRIPT, 'reader.js');

  it('says and finds the same', () => {
    for (const ask of [
      'told("提交失败了")',
      'told("请报送后保存")',
      'told(1)',
      'told("重新提交")',
      'same()',
    ]) {
      expect(run(gathered, ask), ask).toEqual(run(SCRIPT, ask));
    }
  });

  it('has each word once, before everything else', () => {
    expect(gathered.startsWith('var r_="')).toBe(true);
    expect(gathered.split('提交成功')).toHaveLength(2);
    expect(gathered.slice(gathered.indexOf('(()=>{const'))).not.toMatch(/["/][^"/]*报送/);
  });

  it('stays as it is where it has none', () => {
    expect(withWordsGathered('let a="one";', 'signs.js')).toBe('let a="one";');
  });

  it('is not made where a name is taken, or a word has lines', () => {
    expect(() => withWordsGathered('let r_="提交"', 'reader.js')).toThrow('r_ is taken');
    expect(() => withWordsGathered('let a="提交\\n保存"', 'reader.js')).toThrow('提交');
  });
});
