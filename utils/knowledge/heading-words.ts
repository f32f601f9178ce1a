import type { FieldConcepts } from './field-concepts';
import { normaliseLabel } from './normalise-label';

/** Words of which headings of forms are made besides the names of data items. */
const FORM_WORDS =
  '新增 添加 新建 编辑 修改 登记 申请 申报 填报 上报 录入 采集 信息 基本 基础 情况 记录 管理 审批 审核 台账 台帐 报表 统计 低保 特困 监测 对象 家庭 农户 户 人员 村 社区 网格 事件 走访 慰问 检查 隐患 排查 整改 会议 活动 学习 党建 党员 三会一课 心得 巡查 巡河 民政 救助 防返贫 帮扶 困难 群众 农业 种植 养殖 面积 企业 安全 生产 项目 资金 工作 任务 通知 反馈 意见 调查 问卷 登录 表 单 卡 详情 新 的 和 与 及 （ ） ( ) - — ·';

/**
 * A heading that is made of dictionary words alone, from end to end, can name a form without holding
 * anything of a person. Any other is not kept.
 *
 * @returns the heading without white space, or undefined
 */
export function dictionaryHeadings(
  concepts: FieldConcepts,
): (heading: string) => string | undefined {
  const words = new Set(FORM_WORDS.split(' '));
  for (const { labels, within } of concepts.concepts) {
    for (const label of [...labels, ...within]) words.add(label);
  }
  for (const { labels } of concepts.roles) for (const label of labels) words.add(label);
  const longest = Math.max(...[...words].map((word) => word.length));
  return (heading) => {
    const text = normaliseLabel(heading).text || heading.replace(/\s+/g, '');
    if (text === '' || text.length > 30) return undefined;
    // reachable[i]: the first i characters can be cut into dictionary words.
    const reachable = [true];
    for (let end = 1; end <= text.length; end += 1) {
      reachable[end] = false;
      for (let start = Math.max(0, end - longest); start < end; start += 1) {
        if (reachable[start] && words.has(text.slice(start, end))) {
          reachable[end] = true;
          break;
        }
      }
    }
    return reachable[text.length] ? text : undefined;
  };
}
