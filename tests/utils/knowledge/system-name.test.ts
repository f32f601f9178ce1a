import { describe, expect, it } from 'vitest';
import { systemName } from '../../../utils/knowledge/system-name';

describe('the name of a system, from what its page states', () => {
  it.each([
    ['登录 - 青山县社会救助信息管理平台', '青山县社会救助信息管理平台'],
    ['全国防返贫监测信息系统', '全国防返贫监测信息系统'],
    ['首页_青山县人民政府网', '青山县人民政府网'],
    ['网格化服务管理平台V3.2 | 待办', '网格化服务管理平台'],
    ['高标准农田建设管理系统', '高标准农田建设管理系统'],
    ['石家庄市民政综合业务平台', '石家庄市民政综合业务平台'],
  ])('takes it from the title %s', (title, name) => {
    expect(systemName({ title })).toBe(name);
  });

  it('prefers what the site officially calls itself', () => {
    for (const siteName of ['青山县民政局', '青山镇人民政府', '青山镇住房和城乡建设管理站']) {
      expect(systemName({ title: '通知公告', siteName })).toBe(siteName);
    }
  });

  it.each([
    '张建国工作平台',
    '李秀英救助信息系统',
    '欢迎您张建国登录综合管理平台',
    '张建国的网格管理平台',
    '青山县建成社会救助信息平台',
    '关于启用社会救助信息系统',
    '柳河村民情日记第十七期',
    '青山镇政府官网',
    '管理系统Admin',
    'vue-element-admin',
    '系统',
    '',
    `${'一'.repeat(19)}管理平台`,
  ])('takes nothing from %s', (title) => {
    expect(systemName({ title })).toBeUndefined();
  });

  it('takes no official name that may be a person', () => {
    expect(systemName({ title: '', siteName: '张建国服务中心' })).toBeUndefined();
  });
});
