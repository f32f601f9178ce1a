/** People and names for the test: other makers, other words, other seeds. */
import type { Names } from './cast';
import { TEST_SKINS } from './skins-test';

export const TEST_NAMES: Names = {
  site: '清江县农业农村局',
  news: ['新闻动态', '部门动态', '政务要闻'],
  notice: ['公告公示', '通知公示', '公告栏'],
  policy: ['规范性文件', '政策法规', '政策解读'],
  plan: ['工作计划', '统计数据', '人事任免'],
  interaction: ['局长信箱', '意见征集', '网上咨询'],
  archive: ['专题', '往期专题', '历史专题', '专栏', '历史信息', '专题回顾'],
};
export const TEST_WORLD = { skins: TEST_SKINS, names: TEST_NAMES, seed: 7_001 };
