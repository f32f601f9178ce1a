import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchPlain } from './browser';
import { HOSTS, OFFICE_INTRANET, REGISTER_INTRANET } from './hosts';
import { CADRE, ENTERPRISES, household, OFFICIALS } from './people';
import { meetingPhoto, visitPhoto, writePhotos } from './photos';
import { type Portals, startPortals } from './server';
import * as agriculture from './steps/agriculture';
import * as civilAffairs from './steps/civil-affairs';
import type { KeyedField } from './steps/entry';
import * as grid from './steps/grid';
import * as office from './steps/office';
import * as party from './steps/party';
import * as relapse from './steps/relapse';
import * as safety from './steps/safety';
import * as study from './steps/study';
import * as websites from './steps/websites';
import { workStretch } from './stretch';
import type { AcceptedKind } from './system';

/**
 * Opens every practice portal in a real browser without any extension, takes each step once and
 * compares what the server accepted with what was done. `npx tsx tests/portals/check.ts [part …]`;
 * exits non-zero on a difference, on an error in a page's console, or on a request beyond the
 * practice hosts.
 */

const OTHER = OFFICIALS[1] ?? CADRE;
const ENTERPRISE = ENTERPRISES[0];
if (!ENTERPRISE) throw new Error('There is no enterprise to inspect.');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Bench {
  readonly portals: Portals;
  readonly photo: (name: string) => string;
  /** The next accepted act must be this one and hold the entered values. */
  took(host: string, kind: AcceptedKind, keyed?: readonly KeyedField[]): void;
  /** The next refused act must be this one. */
  refused(host: string, reason: string): void;
  equal(what: string, actual: unknown, wanted: unknown): void;
}

type Part = (page: Page, bench: Bench) => Promise<void>;

const PARTS: Readonly<Record<string, Part>> = {
  async civilAffairs(page, bench) {
    const host = HOSTS.civilAffairs;
    const house = household(0);
    await civilAffairs.logIn(page);
    bench.took(host, 'login');
    await civilAffairs.openApplications(page);
    await civilAffairs.searchApplications(page, '袁');
    const photo = bench.photo('IMG_20261112_0931.jpg');
    const keyed = await civilAffairs.fillApplication(page, { house, official: CADRE, photo });
    await civilAffairs.uploadPhoto(page, photo);
    bench.took(host, 'upload');
    bench.took(host, 'upload');
    bench.equal('submission', await civilAffairs.submitApplication(page), '新增成功');
    bench.took(host, 'submission', keyed);
    const again = { house, official: CADRE };
    await civilAffairs.fillApplication(page, again);
    const reason = '该户主已存在在办的低保申请，请勿重复提交';
    bench.equal('same household again', await civilAffairs.submitApplication(page), reason);
    bench.refused(host, reason);
    await civilAffairs.cancelApplication(page);
    const second = household(1);
    const wrong = { house: second, official: CADRE, phone: second.phone.slice(0, 10) };
    await civilAffairs.fillApplication(page, wrong);
    bench.equal('short number', await civilAffairs.submitApplication(page), '联系电话格式不正确');
    bench.refused(host, '联系电话格式不正确');
    const phone = await civilAffairs.correctPhone(page, second.phone);
    for (const mode of ['error', 'refuse', 'lost'] as const) {
      bench.portals.answerNext({ host, mode, message: '系统繁忙' });
      const words = { error: '系统接口500异常', refuse: '系统繁忙', lost: '后端接口连接异常' }[
        mode
      ];
      await page.locator('.el-message').last().waitFor({ state: 'hidden' });
      bench.equal(`answer ${mode}`, await civilAffairs.submitApplication(page), words);
      if (mode !== 'lost') bench.refused(host, '系统繁忙');
    }
    bench.portals.answerNext({ host, mode: 'slow', delayMs: 1200 });
    await page.locator('.el-message').last().waitFor({ state: 'hidden' });
    bench.equal('slow answer', await civilAffairs.submitApplication(page), '新增成功');
    bench.took(host, 'submission', [phone]);
    await civilAffairs.fillApplication(page, { house: household(2), official: CADRE });
    await civilAffairs.saveDraft(page);
    bench.took(host, 'draft');
    bench.took(host, 'edit', await civilAffairs.editFirst(page, '清江县青山镇白云村四组9号'));
    await civilAffairs.viewAndComment(page, '已电话核实。');
    bench.took(host, 'comment');
    await civilAffairs.copyListedIdNumber(page, house);
  },

  async relapse(page, bench) {
    const host = HOSTS.relapse;
    const house = household(0);
    await civilAffairs.openApplications(page);
    await relapse.openMonitoring(page);
    await relapse.searchMonitored(page, '韩');
    const photo = bench.photo('IMG_20261112_0931.jpg');
    const data = { house, official: CADRE };
    await relapse.draftMonitored(page, data);
    bench.took(host, 'draft');
    await relapse.fillMonitored(page, { ...data, idNumber: `${house.idNumber.slice(0, 17)}?` });
    const reason = '公民身份号码不符合校验规则';
    bench.equal('wrong ID number', await relapse.submitMonitored(page), reason);
    bench.refused(host, reason);
    await page.reload();
    const keyed = await relapse.fillMonitored(page, { ...data, photo });
    bench.took(host, 'upload');
    bench.equal('submission', await relapse.submitMonitored(page), '提交成功');
    bench.took(host, 'submission', keyed);
  },

  async copyAndPaste(page, bench) {
    const house = household(3);
    await civilAffairs.openApplications(page);
    await civilAffairs.fillApplication(page, { house, official: CADRE });
    await civilAffairs.submitApplication(page);
    bench.took(HOSTS.civilAffairs, 'submission');
    await civilAffairs.copyListedIdNumber(page, house);
    await relapse.openMonitoring(page);
    const data = { house, official: CADRE, pasteIdNumber: true };
    const keyed = await relapse.fillMonitored(page, data);
    await relapse.submitMonitored(page);
    bench.took(HOSTS.relapse, 'submission', keyed);
  },

  async party(page, bench) {
    const host = HOSTS.party;
    await party.logInBySms(page, CADRE.phone);
    bench.took(host, 'login');
    await party.openParty(page);
    await party.checkIn(page);
    bench.took(host, 'check-in');
    const photo = bench.photo('IMG_20261112_0931.jpg');
    const keyed = await party.fillCondolence(page, { house: household(0), photo });
    bench.took(host, 'upload');
    bench.equal('condolence', await party.submitForm(page), '提交成功');
    bench.took(host, 'submission', keyed);
    const meeting = bench.photo('IMG_20261116_1502.jpg');
    const data = { official: CADRE, recorder: OTHER, photo: meeting, signSheet: meeting };
    await party.fillMeeting(page, { ...data, actual: 21 });
    bench.took(host, 'upload');
    bench.took(host, 'upload');
    bench.equal('too many', await party.submitForm(page), '实到人数不能大于应到人数');
    bench.refused(host, '实到人数不能大于应到人数');
    await party.openParty(page);
    const minutes = await party.fillMeeting(page, { official: CADRE, recorder: OTHER });
    bench.equal('meeting', await party.submitForm(page), '保存成功');
    bench.took(host, 'submission', minutes);
    const notes = '要把精力放在解决群众急难愁盼问题上，而不是材料和留痕上。';
    bench.took(host, 'submission', await party.handInNotes(page, '为基层减负', notes));
    await party.likeFirst(page);
    bench.took(host, 'like');
    await party.comment(page, '说得好');
    bench.took(host, 'comment');
  },

  async grid(page, bench) {
    const host = HOSTS.grid;
    await grid.openGrid(page);
    await grid.clockIn(page);
    bench.took(host, 'check-in');
    const visit = { house: household(0), official: CADRE };
    const visited = await grid.fillVisit(page, visit);
    bench.equal('visit', await grid.submitVisit(page), '提交成功');
    bench.took(host, 'submission', visited);
    await grid.searchEvents(page, 'WG2026');
    const photo = bench.photo('IMG_20261112_0931.jpg');
    const keyed = await grid.reportEvent(page, { official: CADRE, photo });
    bench.took(host, 'upload');
    bench.took(host, 'submission', keyed);
    await grid.confirmNotices(page, 2);
    bench.took(host, 'read-confirm');
    bench.took(host, 'read-confirm');
    bench.equal('notices', await grid.readAll(page), 8);
    bench.took(host, 'read-confirm');
  },

  async safety(page, bench) {
    const host = HOSTS.safety;
    await safety.logIn(page);
    bench.took(host, 'login');
    await safety.openChecks(page);
    await safety.searchChecks(page, '青山');
    const photo = bench.photo('IMG_20261112_0931.jpg');
    const data = { enterprise: ENTERPRISE, official: CADRE };
    await safety.fillCheck(page, { ...data, creditCode: '91990123' });
    const reason = '统一社会信用代码应为18位';
    bench.equal('short code', await safety.submitCheck(page), reason);
    bench.refused(host, reason);
    await safety.openChecks(page);
    const keyed = await safety.fillCheck(page, { ...data, photo });
    bench.took(host, 'upload');
    bench.equal('check', await safety.submitCheck(page), '保存成功');
    bench.took(host, 'submission', keyed);
    bench.took(host, 'submission', await safety.reviewFirst(page, CADRE));
    await safety.openChecks(page);
    await safety.editCell(page, '已整改');
    bench.took(host, 'edit');
  },

  async agriculture(page, bench) {
    const host = HOSTS.agriculture;
    const house = household(0);
    await agriculture.openAgriculture(page);
    const keyed = await agriculture.fillFarmer(page, { house, rice: house.arable + 1 });
    const reason = '水稻面积不得大于耕地面积';
    bench.equal('too much rice', await agriculture.submitFarmer(page), reason);
    bench.refused(host, reason);
    await agriculture.correctRice(page, house.rice);
    bench.equal('farmer', await agriculture.submitFarmer(page), '保存成功');
    const rest = keyed.filter(({ label }) => label !== '水稻种植面积');
    bench.took(host, 'submission', rest);
    const row = await agriculture.editCropRow(page, 1, { sown: '352.5', output: '173400' });
    bench.took(host, 'edit', row);
  },

  async study(page, bench) {
    const host = HOSTS.study;
    await study.openStudy(page, { presenceAfter: 3, readingSeconds: 2 });
    await study.clockIn(page);
    bench.took(host, 'check-in');
    const from = await study.startFilm(page);
    await study.confirmPresence(page);
    bench.took(host, 'presence');
    await page.waitForTimeout(1500);
    const ranMs = (await study.pauseFilm(page)) - from;
    bench.equal('film ran 3 s and more', ranMs > 3800 && ranMs < 9000, true);
    const watched = await study.watchFilm(page, 2000);
    bench.equal('film ran 2 s', Math.abs(watched - 2000) < 700, true);
    await study.readArticle(page);
    bench.took(host, 'read-confirm');
    bench.equal('score', await study.takeQuiz(page, 'BADCB'), 80);
    bench.took(host, 'quiz');
  },

  async websites(page, bench) {
    await websites.openPortal(page);
    await websites.searchPortal(page, '签到');
    await websites.openColumn(page, '工作动态');
    await websites.openColumn(page, '通知公告');
    await websites.openArticle(page, 1);
    await websites.confirmReceipt(page);
    bench.took(HOSTS.portal, 'receipt');
    await websites.leaveWords(page, '建议精简报表。');
    bench.took(HOSTS.portal, 'comment');
    await websites.openZombie(page);
    await websites.openColumn(page, '通知公告');
    await websites.openColumn(page, '办事指南');
    await websites.openClosed(page);
  },

  async office(page, bench) {
    for (const host of [HOSTS.office, OFFICE_INTRANET]) {
      bench.portals.reset();
      const house = household(0);
      await office.logIn(page, host);
      bench.took(host, 'login');
      await office.openOffice(page, host);
      const wrong = { house, official: CADRE, idNumber: house.idNumber.slice(0, 17) };
      await office.fillHardship(page, wrong);
      bench.equal('wrong', await office.submitHardship(page), '保存失败');
      bench.refused(host, '身份证号不正确');
      const proof = bench.photo('IMG_20261112_0931.jpg');
      const keyed = await office.fillHardship(page, { house, official: CADRE, proof });
      bench.equal('register', await office.submitHardship(page), '保存成功');
      bench.took(host, 'submission', keyed);
      const members = [
        { name: house.name, relation: '户主', idNumber: house.idNumber, health: '患病' },
        { name: '周桂香', relation: '配偶', idNumber: household(9).idNumber, health: '健康' },
      ];
      bench.took(host, 'submission', await office.registerMembers(page, members));
      await office.signForDocument(page);
      bench.took(host, 'receipt');
    }
  },

  async register(page, bench) {
    await office.openRegister(page);
    bench.took(REGISTER_INTRANET, 'submission', await office.fillRegister(page, household(0)));
  },
};

/** Values that the page sends in another form than it shows: dates, levels of a cascade, options. */
function sentAsShown({ how }: KeyedField): boolean {
  return how !== 'chosen';
}

async function runPart(
  name: string,
  part: Part,
  context: BrowserContext,
  portals: Portals,
  photos: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  let [acceptedSeen, refusedSeen] = [0, 0];
  portals.reset();
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports failed answers, which are part of what is practised.
    if (message.type() === 'error' && !/status of 500|ERR_EMPTY_RESPONSE/.test(message.text())) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (!/ERR_ABORTED|ERR_EMPTY_RESPONSE/.test(why)) faults.push(`${request.url()}: ${why}`);
  });
  const bench: Bench = {
    portals: {
      ...portals,
      reset() {
        portals.reset();
        [acceptedSeen, refusedSeen] = [0, 0];
      },
    },
    photo: (file) => photos.get(file) ?? '',
    took(host, kind, keyed = []) {
      const entry = portals.accepted[acceptedSeen++];
      bench.equal('accepted', entry && `${entry.host} ${entry.kind}`, `${host} ${kind}`);
      const sent = [...(entry?.fields.values() ?? [])].join('\n');
      for (const field of keyed.filter(sentAsShown)) {
        if (!sent.includes(field.value)) faults.push(`${host}: ${field.label} was not received`);
      }
    },
    refused(host, reason) {
      const entry = portals.refused[refusedSeen++];
      bench.equal('refused', entry && `${entry.host} ${entry.reason}`, `${host} ${reason}`);
    },
    equal(what, actual, wanted) {
      if (actual !== wanted) faults.push(`${what}: ${String(actual)} instead of ${String(wanted)}`);
    },
  };
  const startedAt = Date.now();
  try {
    await part(page, bench);
    bench.equal('accepted in all', portals.accepted.length, acceptedSeen);
    bench.equal('refused in all', portals.refused.length, refusedSeen);
  } catch (error) {
    faults.push(String(error));
    await page.screenshot({ path: join(tmpdir(), `portal-check-${name}.png`) }).catch(() => {});
  }
  await page.close();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`${faults.length ? 'differs' : 'agrees '}  ${name}  ${seconds} s`);
  for (const fault of faults) say(`         ${fault}`);
  return faults;
}

/** Milliseconds for which pages of each host were visible, by their own clocks. */
function watchVisible(context: BrowserContext): () => Promise<ReadonlyMap<string, number>> {
  const edges: { readonly page: Page; readonly host: string; readonly at: number; on: boolean }[] =
    [];
  context.on('page', (page) =>
    page.on('console', (message) => {
      const [mark, host = '', at, state] = message.text().split(' ');
      if (mark === 'visible?') edges.push({ page, host, at: Number(at), on: state === 'visible' });
    }),
  );
  return async () => {
    const sums = new Map<string, number>();
    for (const [index, { page, host, at, on }] of edges.entries()) {
      if (!on) continue;
      const end = edges.slice(index + 1).find((edge) => edge.page === page);
      sums.set(host, (sums.get(host) ?? 0) + ((end?.at ?? Date.now()) - at));
    }
    return sums;
  };
}

/** In the page: says whether it is visible at its start, at each change and at its end. */
const SAY_VISIBLE = `if (window === top && location.protocol === 'http:') {
  const say = (state) => console.log('visible?', location.host, Date.now(), state);
  say(document.visibilityState);
  document.addEventListener('visibilitychange', () => say(document.visibilityState));
}`;

/** Works through the whole stretch and compares what it says was done with what was accepted. */
async function checkStretch(context: BrowserContext): Promise<readonly string[]> {
  const faults: string[] = [];
  const equal = (what: string, actual: unknown, wanted: unknown): void => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)];
    if (a !== b) faults.push(`${what}: ${a} instead of ${b}`);
  };
  portals.reset();
  await context.addInitScript({ content: SAY_VISIBLE });
  const visibleMs = watchVisible(context);
  const done = await workStretch(() => context.newPage(), portals);
  const acceptedAs = (kind: AcceptedKind): string[] =>
    portals.accepted.filter((entry) => entry.kind === kind).map(({ host }) => host);
  const hosts = (list: readonly { readonly host: string }[]): string[] =>
    list.map(({ host }) => host);
  equal('submissions', hosts(done.submissions), acceptedAs('submission'));
  equal('attempts', hosts(done.attempts), hosts(portals.refused));
  equal('check-ins', hosts(done.checkIns), acceptedAs('check-in'));
  equal('read-confirms', hosts(done.readConfirms), acceptedAs('read-confirm'));
  equal('receipts', hosts(done.receipts), acceptedAs('receipt'));
  equal(
    'uploads',
    done.uploads.map(({ host, sha256 }) => `${host} ${sha256}`),
    portals.accepted.flatMap(({ host, kind, files }) =>
      kind === 'upload' ? files.map(({ sha256 }) => `${host} ${sha256}`) : [],
    ),
  );
  const received = portals.accepted.filter(({ kind }) => kind === 'submission');
  for (const [index, { host, fields }] of done.submissions.entries()) {
    const sent = [...(received[index]?.fields.values() ?? [])].join('\n');
    for (const field of fields.filter(sentAsShown)) {
      if (!sent.includes(field.value)) faults.push(`${host}: ${field.label} was not received`);
    }
  }
  const strange = portals.requests.filter(({ host }) => !host.includes('qingshan.gov.cn'));
  equal('requests to other hosts', strange.length, 0);
  const visible = await visibleMs();
  equal('hosts in front', Object.keys(done.frontMs).sort(), [...visible.keys()].sort());
  for (const [host, ms] of visible) {
    const said = done.frontMs[host] ?? 0;
    if (Math.abs(said - ms) > Math.max(600, 0.02 * ms)) {
      faults.push(`${host}: ${said} ms in front by the script, ${ms} ms visible by the page`);
    }
  }
  equal('re-entered fields', done.expected.reentered.length, 13);
  equal('repeated uploads', done.expected.repeatedAcross.length, 1);
  equal('film', Math.abs(done.videoMs - 12_000) < 1000, true);
  say(
    `${faults.length ? 'differs' : 'agrees '}  stretch  ${(done.endedAt - done.startedAt) / 1000} s`,
  );
  for (const fault of faults) say(`         ${fault}`);
  return faults;
}

const portals = await startPortals();
const browser = await launchPlain(portals.port);
const folder = mkdtempSync(join(tmpdir(), 'portal-photos-'));
let faultCount = 0;
try {
  const photos = writePhotos(folder, {
    'IMG_20261112_0931.jpg': visitPhoto(1),
    'IMG_20261116_1502.jpg': meetingPhoto(1, 1),
  });
  const { context } = browser;
  context.setDefaultTimeout(15_000);
  const wanted = process.argv.slice(2);
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length && !wanted.includes(name)) continue;
    faultCount += (await runPart(name, part, context, portals, photos)).length;
  }
  if (!wanted.length || wanted.includes('stretch')) {
    faultCount += (await checkStretch(context)).length;
  }
} finally {
  await browser.close();
  await portals.close();
  rmSync(folder, { recursive: true, force: true });
}
say(faultCount ? `${faultCount} differences` : 'Everything that was done was accepted as done.');
process.exitCode = faultCount ? 1 : 0;
