import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Observation } from '../../../utils/domain/observation';
import { HOSTS, hostResolverRules } from '../../portals/hosts';
import { CADRE, household, OFFICIALS } from '../../portals/people';
import { meetingPhoto, writePhotos } from '../../portals/photos';
import { type Portals, startPortals } from '../../portals/server';
import * as civilAffairs from '../../portals/steps/civil-affairs';
import * as grid from '../../portals/steps/grid';
import * as office from '../../portals/steps/office';
import * as party from '../../portals/steps/party';
import * as study from '../../portals/steps/study';
import * as websites from '../../portals/steps/websites';
import { startSignalsBrowser } from './signals-browser';

/** Takes steps on the practice portals with the signals watching; prints what they told. */

interface Stage {
  readonly page: Page;
  readonly portals: Portals;
  readonly photo: string;
  readonly wait: (ms: number) => Promise<void>;
}

const OTHER = OFFICIALS[1] ?? CADRE;

const PARTS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async 'party: check in, like'({ page, wait }) {
    await party.logInBySms(page, CADRE.phone);
    await party.openParty(page);
    await party.checkIn(page);
    await wait(1_500);
    await party.likeFirst(page);
    await wait(1_500);
  },
  async 'party: uploads'({ page, photo, wait }) {
    await party.openParty(page);
    await party.fillMeeting(page, { official: CADRE, recorder: OTHER, photo, signSheet: photo });
    await wait(3_000);
  },
  async 'grid: clock in, notices, all'({ page, wait }) {
    await grid.openGrid(page);
    await grid.clockIn(page);
    await grid.confirmNotices(page, 2);
    await wait(1_500);
    await grid.readAll(page);
    await wait(4_000);
  },
  async 'grid: upload'({ page, photo, wait }) {
    await grid.openGrid(page);
    await grid.reportEvent(page, { official: CADRE, photo });
    await wait(3_000);
  },
  async 'civil affairs: upload, failed upload'({ page, photo, portals, wait }) {
    await civilAffairs.logIn(page);
    await civilAffairs.openApplications(page);
    await civilAffairs.fillApplication(page, { house: household(0), official: CADRE, photo });
    await wait(3_000);
    portals.answerNext({ host: HOSTS.civilAffairs, mode: 'error' });
    await civilAffairs.uploadPhoto(page, photo).catch(() => undefined);
    await wait(4_000);
    portals.answerNext({ host: HOSTS.civilAffairs, mode: 'refuse', message: '文件类型不支持' });
    await civilAffairs.uploadPhoto(page, photo).catch(() => undefined);
    await wait(4_000);
  },
  async 'study: clock in, reading, quiz'({ page, wait }) {
    await study.openStudy(page, { readingSeconds: 6 });
    await study.clockIn(page);
    await study.readArticle(page);
    await wait(2_000);
    await study.takeQuiz(page, 'ABCDA');
    await wait(3_000);
  },
  async 'office: sign for a document'({ page, wait }) {
    await office.logIn(page);
    await office.openOffice(page);
    await office.signForDocument(page);
    await wait(4_000);
  },
  async 'websites: receipt, search, zombie, closed'({ page, wait }) {
    await websites.openPortal(page);
    await wait(3_000);
    await websites.openColumn(page, '通知公告');
    await wait(3_000);
    await websites.openArticle(page, 1);
    await wait(3_000);
    await websites.confirmReceipt(page);
    await wait(3_000);
    await websites.openPortal(page);
    await websites.searchPortal(page, '不存在的词');
    await wait(3_000);
    await websites.openZombie(page);
    await wait(3_000);
    await websites.openClosed(page);
    await wait(3_000);
  },
};

function describe(observation: Observation): string {
  switch (observation.kind) {
    case 'action':
      return `action ${observation.action} ${observation.outcome} ${observation.score} [${observation.evidence}] ×${observation.count} «${observation.object ?? ''}» ${observation.exempt ? 'exempt ' : ''}${observation.cues}`;
    case 'upload':
      return `upload ${observation.id.slice(0, 4)} ${observation.via} ${observation.fileKind} ${observation.sizeBytes} «${observation.label}» ${observation.screenshot ? 'screenshot' : ''}${observation.contentDigest ? ' digested here' : ''}`;
    case 'upload-outcome':
      return `outcome ${observation.id.slice(0, 4)} ${observation.outcome}`;
    case 'page-signs':
      return `signs ${observation.pageClass} ${observation.state} newest ${observation.newest ?? '-'} site ${observation.siteId ?? '-'} forced ${observation.forcedSeconds} ${observation.complaintEntry ? 'complaint ' : ''}cues ${observation.cues} «${observation.title}» ${observation.columns.map(({ title, type, newest, items, blank }) => `${title}/${type}/${newest ?? '-'}/${items}${blank ? '/blank' : ''}`).join(' ')}`;
    case 'transfer':
      return `transfer ${observation.move} ${observation.text?.slice(0, 20) ?? ''}`;
    default:
      return observation.kind;
  }
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const portals = await startPortals();
  const reading = await startSignalsBrowser(hostResolverRules(portals.port));
  const folder = mkdtempSync(join(tmpdir(), 'signals-'));
  const [photo = ''] = writePhotos(folder, { 'meeting.jpg': meetingPhoto(3, 1) }).values();
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
      const { page, observations, errors, close } = await reading.open();
      page.setDefaultTimeout(20_000);
      console.log(`\n== ${name}`);
      try {
        await part({ page, portals, photo, wait: (ms) => page.waitForTimeout(ms) });
      } catch (error) {
        console.log('  !', (error as Error).message.split('\n')[0]);
      }
      for (const observation of observations) console.log(`  ${describe(observation)}`);
      for (const error of errors) console.log(`  page error: ${error.split('\n')[0]}`);
      await close();
    }
  } finally {
    await reading.close();
    await portals.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
