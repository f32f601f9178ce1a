import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Observation, SubmissionObservation } from '../../../utils/domain/observation';
import { HOSTS, hostResolverRules } from '../../portals/hosts';
import { CADRE, ENTERPRISES, household, OFFICIALS } from '../../portals/people';
import { meetingPhoto, visitPhoto, writePhotos } from '../../portals/photos';
import { type Portals, startPortals } from '../../portals/server';
import * as agriculture from '../../portals/steps/agriculture';
import * as civilAffairs from '../../portals/steps/civil-affairs';
import * as grid from '../../portals/steps/grid';
import * as office from '../../portals/steps/office';
import * as party from '../../portals/steps/party';
import * as relapse from '../../portals/steps/relapse';
import * as safety from '../../portals/steps/safety';
import * as websites from '../../portals/steps/websites';
import { startReadingBrowser } from './reading-browser';

/** Takes the steps of the practice portals with the reader watching; prints what it told. */

const OTHER = OFFICIALS[1] ?? CADRE;
const ENTERPRISE = ENTERPRISES[0];

interface Stage {
  readonly page: Page;
  readonly portals: Portals;
  readonly photo: string;
}

type Part = (stage: Stage) => Promise<unknown>;

const PARTS: Readonly<Record<string, Part>> = {
  async 'civil affairs: accepted'({ page, photo }) {
    await civilAffairs.logIn(page);
    await civilAffairs.openApplications(page);
    await civilAffairs.searchApplications(page, '袁');
    const keyed = await civilAffairs.fillApplication(page, {
      house: household(0),
      official: CADRE,
      photo,
    });
    await civilAffairs.submitApplication(page);
    return keyed;
  },
  async 'civil affairs: refused, 500, refused, lost, slow'({ page, portals }) {
    const host = HOSTS.civilAffairs;
    await civilAffairs.openApplications(page);
    const second = household(1);
    await civilAffairs.fillApplication(page, {
      house: second,
      official: CADRE,
      phone: second.phone.slice(0, 10),
    });
    await civilAffairs.submitApplication(page);
    await civilAffairs.correctPhone(page, second.phone);
    for (const mode of ['error', 'refuse', 'lost'] as const) {
      portals.answerNext({ host, mode, message: '系统繁忙' });
      await page.locator('.el-message').last().waitFor({ state: 'hidden' });
      await civilAffairs.submitApplication(page);
    }
    portals.answerNext({ host, mode: 'slow', delayMs: 1200 });
    await page.locator('.el-message').last().waitFor({ state: 'hidden' });
    await civilAffairs.submitApplication(page);
  },
  async 'civil affairs: draft, edit, comment'({ page }) {
    await civilAffairs.openApplications(page);
    await civilAffairs.fillApplication(page, { house: household(2), official: CADRE });
    await civilAffairs.saveDraft(page);
    await civilAffairs.editFirst(page, '清江县青山镇白云村四组9号');
    await civilAffairs.viewAndComment(page, '已电话核实。');
  },
  async 'relapse: draft, refused, accepted'({ page, photo }) {
    const house = household(0);
    await relapse.openMonitoring(page);
    await relapse.searchMonitored(page, '韩');
    const data = { house, official: CADRE };
    await relapse.draftMonitored(page, data);
    await relapse.fillMonitored(page, { ...data, idNumber: `${house.idNumber.slice(0, 17)}?` });
    await relapse.submitMonitored(page);
    await page.reload();
    const keyed = await relapse.fillMonitored(page, { ...data, photo });
    await relapse.submitMonitored(page);
    return keyed;
  },
  async 'party: condolence, meeting refused, meeting, notes'({ page, photo }) {
    await party.logInBySms(page, CADRE.phone);
    await party.openParty(page);
    await party.fillCondolence(page, { house: household(0), photo });
    await party.submitForm(page);
    await party.fillMeeting(page, {
      official: CADRE,
      recorder: OTHER,
      photo,
      signSheet: photo,
      actual: 21,
    });
    await party.submitForm(page);
    await party.openParty(page);
    await party.fillMeeting(page, { official: CADRE, recorder: OTHER });
    await party.submitForm(page);
    await party.handInNotes(page, '为基层减负', '要把精力放在解决群众急难愁盼问题上。');
    await party.likeFirst(page);
    await party.comment(page, '说得好');
  },
  async 'grid: visit, search, event, notices'({ page, photo }) {
    await grid.openGrid(page);
    await grid.clockIn(page);
    await grid.fillVisit(page, { house: household(0), official: CADRE });
    await grid.submitVisit(page);
    await grid.searchEvents(page, 'WG2026');
    await grid.reportEvent(page, { official: CADRE, photo });
    await grid.confirmNotices(page, 2);
    await grid.readAll(page);
  },
  async 'safety: refused, check, review, cell'({ page, photo }) {
    if (!ENTERPRISE) return;
    await safety.logIn(page);
    await safety.openChecks(page);
    await safety.searchChecks(page, '青山');
    const data = { enterprise: ENTERPRISE, official: CADRE };
    await safety.fillCheck(page, { ...data, creditCode: '91990123' });
    await safety.submitCheck(page);
    await safety.openChecks(page);
    await safety.fillCheck(page, { ...data, photo });
    await safety.submitCheck(page);
    await safety.reviewFirst(page, CADRE);
    await safety.openChecks(page);
    await safety.editCell(page, '已整改');
  },
  async 'agriculture: refused, farmer, crop row'({ page }) {
    const house = household(0);
    await agriculture.openAgriculture(page);
    await agriculture.fillFarmer(page, { house, rice: house.arable + 1 });
    await agriculture.submitFarmer(page);
    await agriculture.correctRice(page, house.rice);
    await agriculture.submitFarmer(page);
    await agriculture.editCropRow(page, 1, { sown: '352.5', output: '173400' });
  },
  async 'websites: nothing but words'({ page }) {
    await websites.openPortal(page);
    await websites.searchPortal(page, '签到');
    await websites.openColumn(page, '工作动态');
    await websites.leaveWords(page, '建议精简报表。');
  },
  async 'office: refused, register, members'({ page, photo }) {
    const house = household(0);
    await office.logIn(page, HOSTS.office);
    await office.openOffice(page, HOSTS.office);
    await office.fillHardship(page, {
      house,
      official: CADRE,
      idNumber: house.idNumber.slice(0, 17),
    });
    await office.submitHardship(page);
    await office.fillHardship(page, { house, official: CADRE, proof: photo });
    await office.submitHardship(page);
    await office.registerMembers(page, [
      { name: house.name, relation: '户主', idNumber: house.idNumber, health: '患病' },
      { name: '周桂香', relation: '配偶', idNumber: household(9).idNumber, health: '健康' },
    ]);
    await office.signForDocument(page);
  },
  async 'register: classic post'({ page }) {
    await office.openRegister(page);
    await office.fillRegister(page, household(0));
  },
};

function describe(observation: Observation): string {
  switch (observation.kind) {
    case 'form':
      return `form ${observation.form.library}/${observation.form.container} 「${observation.form.heading ?? ''}」 ${observation.form.fields
        .map(
          (field) =>
            `${field.labels.map((label) => `${label.text}<${label.source[0]}>`).join('|')}:${field.control}${field.required ? '*' : ''}${field.prefilled ? '=' : ''}${field.unit ?? ''}${field.row ?? ''}`,
        )
        .join('  ')}`;
    case 'submission':
      return describeSubmission(observation);
    default:
      return JSON.stringify(observation).slice(0, 400);
  }
}

function describeSubmission(submission: SubmissionObservation): string {
  const { outcome, score, evidence, intent, rework, form, entries, fillingMs } = submission;
  const values = entries.map(({ field, how, value, focusMs, inputMs }) => {
    const label = form.fields[field]?.labels[0]?.text ?? '?';
    return `${label}=${value}(${how} ${Math.round(focusMs)}/${inputMs})`;
  });
  return `SUBMISSION ${outcome} ${score} [${evidence.join(' ')}] ${intent}${rework ? ' rework' : ''} ${form.container}「${form.heading ?? ''}」 ${form.fields.length} fields, filling ${fillingMs}\n      ${values.join('\n      ')}`;
}

const portals = await startPortals();
const reading = await startReadingBrowser(hostResolverRules(portals.port));
const folder = mkdtempSync(join(tmpdir(), 'forms-photos-'));
try {
  const photos = writePhotos(folder, {
    'IMG_20261112_0931.jpg': visitPhoto(1),
    'IMG_20261116_1502.jpg': meetingPhoto(1, 1),
  });
  const photo = photos.get('IMG_20261112_0931.jpg') ?? '';
  const wanted = process.argv.slice(2);
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
    portals.reset();
    const read = await reading.open();
    read.page.setDefaultTimeout(15_000);
    console.log(`== ${name}`);
    try {
      await part({ page: read.page, portals, photo });
      await read.page.waitForTimeout(3500);
    } catch (error) {
      console.log(`   failed: ${String(error).slice(0, 400)}`);
    }
    for (const observation of read.observations) console.log(`   ${describe(observation)}`);
    for (const { host, kind } of portals.accepted) console.log(`   took ${host} ${kind}`);
    for (const { host, reason } of portals.refused) console.log(`   refused ${host} ${reason}`);
    for (const error of read.errors) console.log(`   page error ${error.slice(0, 300)}`);
    await read.close();
  }
} finally {
  await reading.close();
  await portals.close();
  rmSync(folder, { recursive: true, force: true });
}
