import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DoneSubmission, type DoneUpload, type Expected, expectedOf } from './expected';
import { type Stay, watchFront } from './front';
import { HOSTS, type PortalHost } from './hosts';
import { CADRE, ENTERPRISES, household, OFFICIALS } from './people';
import { meetingPhoto, visitPhoto, writePhotos } from './photos';
import type { Portals } from './server';
import * as agriculture from './steps/agriculture';
import * as civilAffairs from './steps/civil-affairs';
import type { EntryOptions, KeyedField } from './steps/entry';
import * as grid from './steps/grid';
import * as office from './steps/office';
import * as party from './steps/party';
import * as relapse from './steps/relapse';
import * as safety from './steps/safety';
import * as study from './steps/study';
import * as websites from './steps/websites';
import { COLUMNS, newestOf } from './systems/portal';
import { newestOfZombie } from './systems/zombie';

/**
 * A stretch of work of one cadre, scripted: one household on four systems, another on one of them,
 * one submission refused and corrected, one photograph to three systems, another twice to one,
 * check-ins, notices, a film, and two websites. All input is real mouse and keyboard input.
 */

export interface StretchOptions {
  readonly keyDelayMs?: number;
  /** How long the film runs, ms. */
  readonly watchMs?: number;
  /** How long a result is looked at before the hand moves on, ms. */
  readonly readMs?: number;
  /** How long a page of a website is looked at, ms. */
  readonly glanceMs?: number;
  /**
   * `keep`: tabs stay open behind, as people work. `close`: a tab is closed when it is left, for
   * browsers whose driver pretends that every tab is in front.
   */
  readonly tabs?: 'keep' | 'close';
  /** Told before each part what comes. */
  readonly onPart?: (part: string) => void;
}

interface DoneAction {
  readonly host: string;
  readonly at: number;
  readonly what: string;
}

interface DoneAttempt extends DoneSubmission {
  readonly reason: string;
}

/** Update dates that a visited page shows. */
interface DonePageDates {
  readonly host: string;
  /** The column; the home page if absent. */
  readonly column?: string;
  /** `2026-11-17`; absent where the column is blank. */
  readonly newest?: string;
}

/** Exactly what was done. */
export interface Done {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly submissions: readonly DoneSubmission[];
  readonly attempts: readonly DoneAttempt[];
  readonly uploads: readonly DoneUpload[];
  readonly checkIns: readonly DoneAction[];
  /** Each press of a reading confirmation; 一键已读 is one, whatever the number of notices. */
  readonly readConfirms: readonly DoneAction[];
  readonly receipts: readonly DoneAction[];
  /** Searches and logins, none of which is a submission. */
  readonly uncounted: readonly DoneAction[];
  /** How far the film ran, ms. */
  readonly videoMs: number;
  readonly pageDates: readonly DonePageDates[];
  readonly stays: readonly Stay[];
  /** Milliseconds in front by host, by the wall clock. */
  readonly frontMs: Readonly<Record<string, number>>;
  readonly expected: Expected;
}

const VISIT_PHOTO = 'IMG_20261112_0931.jpg';
const MEETING_PHOTO = 'IMG_20261116_1502.jpg';

/** The households of the stretch: the one that goes everywhere, and three that go to one system each. */
const STRETCH_HOUSEHOLDS = {
  everywhere: household(0),
  volume: household(1),
  condolence: household(2),
  hardship: household(3),
} as const;

/**
 * Works through the stretch in tabs that `openTab` opens in front. Takes about 90 s.
 *
 * @throws Error where a page does not do what the script relies on
 */
export async function workStretch(
  openTab: () => Promise<Page>,
  portals: Portals,
  options: StretchOptions = {},
): Promise<Done> {
  const { watchMs = 12_000, readMs = 800, glanceMs = 1_800, tabs = 'keep', onPart } = options;
  const entry: EntryOptions = { keyDelayMs: options.keyDelayMs ?? 8 };
  const [recorder = CADRE, chair = CADRE] = OFFICIALS.slice(1);
  const enterprise = ENTERPRISES[0];
  if (!enterprise) throw new Error('There is no enterprise to inspect.');
  const photos = writePhotos(join(tmpdir(), 'practice-photos'), {
    [VISIT_PHOTO]: visitPhoto(1),
    [MEETING_PHOTO]: meetingPhoto(1, 1),
  });
  const visit = photos.get(VISIT_PHOTO) ?? '';
  const meeting = photos.get(MEETING_PHOTO) ?? '';

  const startedAt = Date.now();
  const submissions: DoneSubmission[] = [];
  const attempts: DoneAttempt[] = [];
  const uploads: DoneUpload[] = [];
  const [checkIns, readConfirms, receipts, uncounted]: DoneAction[][] = [[], [], [], []];
  const pageDates: DonePageDates[] = [];
  const front = watchFront();
  const open = new Map<PortalHost, Page>();
  let videoMs = 0;

  async function at(place: PortalHost, work: (page: Page) => Promise<void>): Promise<void> {
    onPart?.(place);
    const before = open.get(place);
    const askedAt = Date.now();
    const page = before ?? (await openTab());
    if (before) await before.bringToFront();
    // The tabs changed somewhere between the asking and the answer.
    const changedAt = Math.round((askedAt + Date.now()) / 2);
    front.leave(changedAt);
    open.set(place, page);
    front.enter(page, changedAt);
    await work(page);
    await page.waitForTimeout(readMs);
    if (tabs === 'keep') return;
    front.leave();
    open.delete(place);
    await page.close();
  }

  function uploaded(place: PortalHost, path: string): void {
    const content = readFileSync(path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const name = basename(path);
    uploads.push({ host: place, at: Date.now(), name, sha256, bytes: content.length });
  }

  /** Submits and notes the outcome: `good` words make a submission, any other an attempt. */
  async function hand(
    place: PortalHost,
    form: string,
    fields: readonly KeyedField[],
    submit: () => Promise<string>,
    good: string,
  ): Promise<void> {
    const pressedAt = Date.now();
    const words = await submit();
    const handed = { host: place, form, at: pressedAt, fields: fields.map((one) => ({ ...one })) };
    if (words === good) submissions.push(handed);
    else attempts.push({ ...handed, reason: words });
  }

  const note = (list: DoneAction[] | undefined, place: PortalHost, what: string): void => {
    list?.push({ host: place, at: Date.now(), what });
  };
  const { everywhere, volume, condolence, hardship } = STRETCH_HOUSEHOLDS;

  await at(HOSTS.civilAffairs, async (page) => {
    await civilAffairs.openApplications(page);
    await civilAffairs.searchApplications(page, everywhere.name);
    note(uncounted, HOSTS.civilAffairs, 'search');
    const data = { house: everywhere, official: CADRE, photo: visit };
    const fields = await civilAffairs.fillApplication(page, data, entry);
    uploaded(HOSTS.civilAffairs, visit);
    const submit = (): Promise<string> => civilAffairs.submitApplication(page);
    await hand(HOSTS.civilAffairs, civilAffairs.DIBAO_FORM, fields, submit, '新增成功');
    await civilAffairs.copyListedIdNumber(page, everywhere);
  });

  await at(HOSTS.relapse, async (page) => {
    await relapse.openMonitoring(page);
    const data = { house: everywhere, official: CADRE, photo: visit, pasteIdNumber: true };
    const fields = await relapse.fillMonitored(page, data, entry);
    uploaded(HOSTS.relapse, visit);
    const submit = (): Promise<string> => relapse.submitMonitored(page);
    await hand(HOSTS.relapse, relapse.MONITOR_FORM, fields, submit, '提交成功');
  });

  await at(HOSTS.grid, async (page) => {
    await grid.openGrid(page);
    note(checkIns, HOSTS.grid, '走访打卡');
    await grid.clockIn(page);
    const data = { house: everywhere, official: CADRE };
    const fields = await grid.fillVisit(page, data, entry);
    const submit = (): Promise<string> => grid.submitVisit(page);
    await hand(HOSTS.grid, grid.VISIT_FORM, fields, submit, '提交成功');
    for (let i = 0; i < 2; i++) {
      note(readConfirms, HOSTS.grid, '确认已读');
      await grid.confirmNotices(page, 1);
    }
    note(readConfirms, HOSTS.grid, '一键已读');
    await grid.readAll(page);
  });

  await at(HOSTS.agriculture, async (page) => {
    await agriculture.openAgriculture(page);
    const fields = await agriculture.fillFarmer(page, { house: everywhere }, entry);
    const submit = (): Promise<string> => agriculture.submitFarmer(page);
    await hand(HOSTS.agriculture, agriculture.FARMER_FORM, fields, submit, '保存成功');
  });

  await at(HOSTS.civilAffairs, async (page) => {
    if (tabs === 'close') await civilAffairs.openApplications(page);
    const data = { house: volume, official: CADRE, phone: volume.phone.slice(0, 10) };
    const fields = await civilAffairs.fillApplication(page, data, entry);
    const submit = (): Promise<string> => civilAffairs.submitApplication(page);
    await hand(HOSTS.civilAffairs, civilAffairs.DIBAO_FORM, fields, submit, '新增成功');
    await page.waitForTimeout(readMs);
    const phone = await civilAffairs.correctPhone(page, volume.phone);
    const corrected = fields.map((one) => (one.label === phone.label ? phone : one));
    await page.locator('.el-message').last().waitFor({ state: 'hidden' });
    await hand(HOSTS.civilAffairs, civilAffairs.DIBAO_FORM, corrected, submit, '新增成功');
  });

  await at(HOSTS.party, async (page) => {
    await party.openParty(page);
    note(checkIns, HOSTS.party, '签到');
    await party.checkIn(page);
    const given = await party.fillCondolence(page, { house: condolence, photo: visit }, entry);
    uploaded(HOSTS.party, visit);
    const submit = (): Promise<string> => party.submitForm(page);
    await hand(HOSTS.party, party.CONDOLENCE_FORM, given, submit, '提交成功');
    const data = { official: chair, recorder, photo: meeting, signSheet: meeting };
    const minutes = await party.fillMeeting(page, data, entry);
    uploaded(HOSTS.party, meeting);
    uploaded(HOSTS.party, meeting);
    await hand(HOSTS.party, party.MEETING_FORM, minutes, submit, '保存成功');
  });

  await at(HOSTS.office, async (page) => {
    await office.logIn(page);
    note(uncounted, HOSTS.office, 'login');
    const data = { house: hardship, official: CADRE };
    const fields = await office.fillHardship(page, data, entry);
    const submit = (): Promise<string> => office.submitHardship(page);
    await hand(HOSTS.office, office.HARDSHIP_FORM, fields, submit, '保存成功');
    await page.waitForTimeout(glanceMs);
    note(receipts, HOSTS.office, '签收');
    await office.signForDocument(page);
  });

  await at(HOSTS.safety, async (page) => {
    await safety.openChecks(page);
    const fields = await safety.fillCheck(page, { enterprise, official: CADRE }, entry);
    const submit = (): Promise<string> => safety.submitCheck(page);
    await hand(HOSTS.safety, safety.CHECK_FORM, fields, submit, '保存成功');
  });

  await at(HOSTS.study, async (page) => {
    await study.openStudy(page);
    videoMs = await study.watchFilm(page, watchMs);
  });

  await at(HOSTS.portal, async (page) => {
    await websites.openPortal(page);
    const read = (column?: string): void => void pageDates.push(seen(column));
    const seen = (column?: string): DonePageDates => ({
      host: HOSTS.portal,
      ...(column === undefined ? {} : { column }),
      newest: newestOf(column, portals.now()),
    });
    await page.waitForTimeout(glanceMs);
    read();
    await websites.searchPortal(page, '低保');
    note(uncounted, HOSTS.portal, 'search');
    for (const { name } of COLUMNS) {
      await websites.openColumn(page, name);
      await page.waitForTimeout(glanceMs);
      read(name);
    }
    await websites.openColumn(page, '通知公告');
    await websites.openArticle(page, 0);
    note(receipts, HOSTS.portal, '确认签收');
    await websites.confirmReceipt(page);
  });

  await at(HOSTS.zombie, async (page) => {
    await websites.openZombie(page);
    for (const column of [undefined, '工作动态', '通知公告', '政策法规', '办事指南']) {
      if (column !== undefined) await websites.openColumn(page, column);
      await page.waitForTimeout(glanceMs);
      const newest = newestOfZombie(column, portals.now());
      pageDates.push({
        host: HOSTS.zombie,
        ...(column === undefined ? {} : { column }),
        ...(newest === undefined ? {} : { newest }),
      });
    }
  });
  front.leave();

  return {
    startedAt,
    endedAt: Date.now(),
    submissions,
    attempts,
    uploads,
    checkIns: checkIns ?? [],
    readConfirms: readConfirms ?? [],
    receipts: receipts ?? [],
    uncounted: uncounted ?? [],
    videoMs,
    pageDates,
    stays: front.stays,
    frontMs: front.frontMs(),
    expected: expectedOf(submissions, uploads),
  };
}
