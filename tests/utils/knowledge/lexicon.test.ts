import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_KINDS } from '../../../utils/domain/action-kind';
import { classifyToast, doneKind, scoreControl } from '../../../utils/knowledge/classify-control';
import { CONTROL_THRESHOLD } from '../../../utils/knowledge/control-scorer';
import { CONTROL_WORDS } from '../../../utils/knowledge/control-words';
import { compileLexicon, LEXICON_PATH, parseLexicon } from '../../../utils/knowledge/lexicon';
import {
  columnType,
  countdownSeconds,
  demandsBrowser,
  demandsReading,
  isComplaintEntry,
  isExempt,
  isPresenceCheck,
  readCues,
  readState,
} from '../../../utils/knowledge/read-page-text';
import { renderControlWords, renderPageWords } from '../../../utils/knowledge/render-words';
import { type ControlTruth, DEVELOPMENT, HELD_OUT } from './control-samples';

const json: unknown = JSON.parse(readFileSync(LEXICON_PATH, 'utf8'));
const lexicon = parseLexicon(json);
const compiled = compileLexicon(lexicon);
const ACTIONS = new Set<string>(ACTION_KINDS);

describe('the lexicon and what content scripts carry of it', () => {
  it('are one: the rendered words are the ones in the repository', async () => {
    await expect(renderControlWords(lexicon)).toMatchFileSnapshot(
      '../../../utils/knowledge/control-words.ts',
    );
    await expect(renderPageWords(lexicon)).toMatchFileSnapshot(
      '../../../utils/knowledge/page-words.ts',
    );
  });

  it('give the same answers', () => {
    for (const { texts, role } of [...DEVELOPMENT, ...HELD_OUT]) {
      for (const text of texts) {
        const query = role === undefined ? { text } : { text, role };
        expect(scoreControl(query), text).toEqual(compiled.scoreControl(query));
      }
    }
    for (const text of ['签到成功', '保存失败', '请勿重复提交', '排行榜', '404']) {
      expect(classifyToast(text)).toEqual(compiled.classifyToast(text));
      expect(readCues(text)).toEqual(compiled.readCues(text));
      expect(readState(text)).toEqual(compiled.readState(text));
    }
  });

  it('say the same of a page though words are left out that shorter ones make needless', () => {
    const { pages } = lexicon;
    const lists = [...pages.cues, ...pages.states, pages.exempt, pages.complaint];
    const words = [
      ...lists.flatMap(({ terms, negative = '' }) => [terms, negative]),
      pages.countdown.terms,
      pages.presence.terms,
      pages.browser,
    ].flatMap((list) => list.split(' '));
    expect(words.length).toBeGreaterThan(500);
    for (const word of words) {
      for (const text of [word, `关于${word}的`, `${word}3次`, `本月${word}`]) {
        expect(readCues(text), text).toEqual(compiled.readCues(text));
        expect(readState(text), text).toEqual(compiled.readState(text));
        expect(demandsReading(text), text).toBe(compiled.demandsReading(text));
        expect(isPresenceCheck(text), text).toBe(compiled.isPresenceCheck(text));
        expect(isExempt(text), text).toBe(compiled.isExempt(text));
        expect(isComplaintEntry(text), text).toBe(compiled.isComplaintEntry(text));
        expect(demandsBrowser(text), text).toBe(compiled.demandsBrowser(text));
      }
    }
  });

  it('stay small enough for a content script', () => {
    // What is carried: the build leaves comments, types and line breaks out.
    const carried = JSON.stringify(CONTROL_WORDS);
    expect(gzipSync(carried, { level: 9 }).length).toBeLessThanOrEqual(8 * 1024);
  });

  it('refuses what is not a lexicon, naming the part', () => {
    expect(() => parseLexicon(null)).toThrow(/lexicon/);
    expect(() => parseLexicon({ schema: 'qingzhuang/lexicon', version: 99 })).toThrow(/99/);
    const broken = { ...(json as object), affixes: { managing: 3 } };
    expect(() => parseLexicon(broken)).toThrow(/affixes/);
  });

  it('names the norms and traps of its categories', () => {
    expect(lexicon.categories.length).toBeGreaterThanOrEqual(33);
    const checkIn = lexicon.categories.find(({ kind }) => kind === 'check-in');
    expect(checkIn?.norms).toContain('measures-2026');
    expect(checkIn?.traps.length).toBeGreaterThan(0);
  });
});

function topKind(text: string, role?: string): ControlTruth {
  const [best] = scoreControl(role === undefined ? { text } : { text, role });
  return best !== undefined && best.score >= CONTROL_THRESHOLD ? best.kind : 'none';
}

function accuracy(samples: typeof DEVELOPMENT) {
  const wrong: string[] = [];
  let found = 0;
  let falseFound = 0;
  let missed = 0;
  for (const { truth, texts, role } of samples) {
    for (const text of texts) {
      const kind = topKind(text, role);
      // For the precision of actions only these count: 返回 taken for 关闭 harms nobody.
      const isAction = ACTIONS.has(kind);
      if (kind !== truth) wrong.push(`${text}: ${kind}, not ${truth}`);
      if (kind === truth && ACTIONS.has(truth)) found++;
      if (isAction && kind !== truth) falseFound++;
      if (ACTIONS.has(truth) && kind !== truth) missed++;
    }
  }
  return { precision: found / (found + falseFound), recall: found / (found + missed), wrong };
}

describe('controls', () => {
  it('are told apart in texts that were looked at', () => {
    const { precision, recall, wrong } = accuracy(DEVELOPMENT);
    expect(wrong).toEqual([]);
    expect(precision).toBe(1);
    expect(recall).toBe(1);
  });

  it('are told apart in texts that were not looked at', () => {
    const { precision, recall, wrong } = accuracy(HELD_OUT);
    console.log(`held-out controls: P ${precision.toFixed(3)} R ${recall.toFixed(3)}`, wrong);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('never count by the address alone, and count it once', () => {
    expect(scoreControl({ text: '进入', url: '/daka/index' })).toEqual([]);
    const [attendance] = scoreControl({ text: '考勤', url: '/oa/attendance?x=daka' });
    expect(attendance).toMatchObject({ kind: 'check-in', score: 3 });
    expect(scoreControl({ text: '登录', url: '/signIn' })[0]?.kind).toBe('login');
  });

  it('are read in traditional characters and full width too', () => {
    expect(scoreControl({ text: '簽到' })[0]).toMatchObject({ kind: 'check-in' });
    expect(scoreControl({ text: '下載附件' })[0]).toMatchObject({ kind: 'download' });
    expect(compiled.scoreControl({ text: '確認閱讀' })[0]).toMatchObject({ kind: 'read-confirm' });
    expect(scoreControl({ text: 'ＯＫ' })[0]).toMatchObject({ kind: 'submit', score: 2 });
  });

  it('do not depend on spaces, counters and marks around', () => {
    const texts = ['签到', '点赞', '下载附件', '我已阅读', '提交', '系统日志', '签到统计'];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom('', '(12)', ' 3', '（99+）', ' >', '！', ' ·5', '👍'),
        fc.boolean(),
        (text, after, spaced) => {
          const shown = `${spaced ? [...text].join(' ') : text}${after}`;
          return topKind(shown) === topKind(text);
        },
      ),
    );
  });

  it('take any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        scoreControl({ text, url: text, role: text });
        classifyToast(text);
        readCues(text);
        readState(text);
        countdownSeconds(text);
        return true;
      }),
    );
  });

  it('say by their own text that something is done', () => {
    expect(doneKind('已签到')).toBe('check-in');
    expect(doneKind('今日已打卡')).toBe('check-in');
    expect(doneKind('已点赞')).toBe('like');
    expect(doneKind('已签收')).toBe('receipt');
    expect(doneKind('您已投票')).toBe('vote');
    expect(doneKind('已提交')).toBe('submit');
    expect(doneKind('签到')).toBeUndefined();
    expect(doneKind('已读人数')).toBeUndefined();
  });
});

describe('messages', () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    ['签到成功', 'success', 'check-in'],
    ['打卡成功，获得积分+2', 'success', 'check-in'],
    ['提交成功！', 'success', 'submit'],
    ['操作成功', 'success', 'submit'],
    ['保存成功', 'success', 'submit'],
    ['暂存成功', 'success', 'draft'],
    ['已存为草稿', 'success', 'draft'],
    ['已存草稿箱', 'success', 'draft'],
    ['未存草稿', 'none'],
    ['登录成功', 'success', 'login'],
    ['查询成功', 'success', 'search'],
    ['删除成功', 'success', 'edit'],
    ['上传成功', 'success', 'upload'],
    ['导入成功，共导入 12 条，失败 0 条', 'success', 'import'],
    ['提交成功，请勿重复提交', 'success', 'submit'],
    ['感谢您的填写', 'success', 'submit'],
    ['已标记为已读', 'none'],
    ['投票成功', 'success', 'vote'],
    ['已提交审核，请耐心等待', 'success', 'submit'],
    ['提交失败', 'failure', 'submit'],
    ['请填写户主姓名', 'failure', 'submit'],
    ['身份证号格式不正确', 'failure'],
    ['手机号码不能为空', 'failure'],
    ['系统繁忙，请稍后再试', 'failure'],
    ['不在打卡范围内', 'failure', 'check-in'],
    ['签到未成功', 'failure', 'check-in'],
    ['保存成功，但照片上传失败', 'failure'],
    ['请勿重复提交', 'already', 'submit'],
    ['今日已签到', 'already', 'check-in'],
    ['您今天已经打过卡了', 'none'],
    ['正在提交，请稍候', 'pending', 'submit'],
    ['确定要提交吗？', 'none'],
    ['是否确认删除该条数据？', 'none'],
    ['提交成功后将无法修改', 'none'],
    ['案例：我县招商成功率居全市第一', 'none'],
    ['', 'none'],
  ];

  it('tell success from failure and say of what', () => {
    for (const [text, outcome, kind] of cases) {
      const reading = classifyToast(text);
      expect.soft(reading.outcome, text).toBe(outcome);
      if (kind !== undefined) expect(reading.kind, text).toBe(kind);
    }
  });

  it('are no good news where a condition or a question stands', () => {
    for (const text of ['确定要提交吗？', '提交成功后将无法修改', '您还未提交成功', '提交成功率']) {
      expect(classifyToast(text).outcome, text).not.toBe('success');
    }
  });
});

describe('pages', () => {
  it('show cues of points, ranking, quota, deadline and frequency', () => {
    expect(readCues('我的积分：36')).toContain('points');
    expect(readCues('乡镇排名')).toContain('ranking');
    expect(readCues('打卡率 98.5%')).toContain('ranking');
    expect(readCues('每人每天不少于 3 条')).toContain('quota');
    expect(readCues('请务必于今日下班前报送')).toContain('deadline');
    expect(readCues('剩余 2 天')).toContain('deadline');
    expect(readCues('防汛工作日报')).toContain('frequency');
  });

  it('do not take look-alikes for cues', () => {
    for (const text of [
      '积分入学政策解读',
      '点击排行',
      '热门排行',
      '空气质量排名',
      '人民日报',
      '法治日报评论员文章',
      '中候选人公示：评标得分',
      '网上督查室',
      '第3页 共10页',
      '密码不少于8位',
    ]) {
      expect(readCues(text), text).toEqual([]);
    }
  });

  it('tell their state', () => {
    expect(readState('本网站已迁移至新平台')).toBe('closed');
    expect(readState('网站已迁移至 www.qingshan.gov.cn')).toBe('closed');
    expect(readState('系统升级维护中，请稍后访问')).toBe('maintenance');
    expect(readState('404 Not Found')).toBe('error');
    expect(readState('您访问的页面不存在')).toBe('error');
    expect(readState('栏目建设中……')).toBe('under-construction');
    expect(readState('该栏目暂无内容')).toBe('empty');
    expect(readState('No Data')).toBe('empty');
    for (const text of [
      '青山大道404号',
      '项目建设中',
      '设备维护记录',
      '500强企业',
      '停水公告',
      '暂无待办',
    ]) {
      expect(readState(text), text).toBeUndefined();
    }
  });

  it('say how many seconds they make a reader wait', () => {
    expect(countdownSeconds('请认真阅读，还需阅读 30 秒')).toBe(30);
    expect(countdownSeconds('我已阅读（15s）')).toBe(15);
    expect(countdownSeconds('10秒后可提交')).toBe(10);
    expect(countdownSeconds('需学习满 2 分钟')).toBe(120);
    expect(countdownSeconds('60秒后重新发送')).toBeUndefined();
    expect(countdownSeconds('重新获取(59s)')).toBeUndefined();
    expect(countdownSeconds('5秒后自动跳转')).toBeUndefined();
    expect(demandsReading('请滑动到底部后确认')).toBe(true);
    expect(demandsReading('请输入验证码')).toBe(false);
  });

  it('tell presence checks from the end of a session', () => {
    for (const text of [
      '您还在学习吗？',
      '由于您长时间未操作，视频已暂停',
      '请点击确定继续观看',
      '防挂机检测',
    ])
      expect(isPresenceCheck(text), text).toBe(true);
    for (const text of ['长时间未操作，请重新登录', '会话已超时', '继续上传'])
      expect(isPresenceCheck(text), text).toBe(false);
  });

  it('know exempt scenes, complaint entries, browser demands and columns', () => {
    expect(isExempt('防汛值班签到')).toBe(true);
    expect(isExempt('应急知识答题')).toBe(false);
    expect(isExempt('主题党日签到')).toBe(false);
    expect(isComplaintEntry('我为政府网站找错')).toBe(true);
    expect(isComplaintEntry('意见反馈')).toBe(true);
    expect(isComplaintEntry('首页')).toBe(false);
    expect(demandsBrowser('请使用IE浏览器访问本系统')).toBe(true);
    expect(columnType('通知公告')).toBe('notice');
    expect(columnType('青山要闻')).toBe('news');
    expect(columnType('政策文件')).toBe('policy');
    expect(columnType('县长信箱')).toBe('interaction');
    expect(columnType('专题专栏')).toBe('archive');
    expect(columnType('关于我们')).toBeUndefined();
  });
});
