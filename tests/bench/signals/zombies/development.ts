/** People and names for development. */
import type { Names } from './cast';
import { DEVELOPMENT_SKINS } from './skins-development';

export const DEVELOPMENT_NAMES: Names = {
  site: '青山镇人民政府',
  news: ['工作动态', '镇村要闻', '图片新闻'],
  notice: ['通知公告', '公示公告', '最新公告'],
  policy: ['政策文件', '政策法规', '政策解读'],
  plan: ['规划计划', '人事信息', '财政预决算'],
  interaction: ['领导信箱', '民意征集', '在线访谈'],
  archive: ['专题专栏', '历史专题', '往期专题', '专题回顾', '旧版网站', '历史文件'],
};
export const DEVELOPMENT_WORLD = { skins: DEVELOPMENT_SKINS, names: DEVELOPMENT_NAMES, seed: 11 };
