import type { definitions } from '../../utils/i18n/definitions';

/** What may make a figure say something else than it seems to, and the columns that hold it. */
interface Threat {
  readonly module: string;
  readonly threats: string;
  /** `table.column` of the research package. */
  readonly columns?: readonly string[];
}

const TIME =
  'One browser on one computer only. A colleague at the same computer counts as the person. Reading without input beyond θ is taken for absence, and a page open before an absent person up to θ for work: compare the θ variants and the bracket.';
const DIGEST =
  'Undercounts what was typed in other words, units or scripts than the normal form knows, what was entered before the key was changed twice, on another computer, or in structure-only mode. Overcounts where two people share a rare value. The person’s own fixed information is left out by learning, which needs some days.';
const PROOF =
  'A submission that a page accepts without any visible sign stays an attempt; one that shows success and is refused later counts. Tuned on self-made and open-source pages (合成页面), not on the population of portals.';

export const THREATS: Readonly<Record<keyof typeof definitions, Threat>> = {
  'platforms.count': {
    module: 'proliferation',
    threats:
      'Platforms off the list do not exist for the program. Two systems behind one address without official ids are one.',
    columns: ['weeks.platforms'],
  },
  'time.working': {
    module: 'clocks',
    threats: TIME,
    columns: ['times.input_s', 'times.working_s', 'times.front_s'],
  },
  'time.playing': {
    module: 'clocks',
    threats:
      'Media that plays in a foreign frame without permission is not seen. Playing is not watching.',
    columns: ['times.playing_s'],
  },
  'time.idle': {
    module: 'clocks',
    threats:
      'At most ten minutes at a stretch by convention; includes thinking and telephoning beside the page.',
    columns: ['times.idle_s'],
  },
  'time.beside': {
    module: 'clocks',
    threats: 'An upper bound: visible is not looked at.',
    columns: ['times.beside_s'],
  },
  'time.waiting': {
    module: 'clocks',
    threats:
      'Only waiting that the browser reports after an action of the person; a frozen server behind a finished page is not seen.',
    columns: ['times.waiting_s'],
  },
  'reentry.ms': {
    module: 'reentry',
    threats: DIGEST,
    columns: [
      'weeks.reentry_s_low',
      'weeks.reentry_s',
      'weeks.reentry_s_high',
      'overlaps.reentry_s',
    ],
  },
  'reentry.fields': {
    module: 'duplicates',
    threats: DIGEST,
    columns: ['weeks.reentered', 'overlaps.fields'],
  },
  'reentry.share': {
    module: 'duplicates',
    threats: `${DIGEST} Its denominator holds comparable fields only.`,
    columns: ['weeks.reentered', 'weeks.comparable'],
  },
  'reentry.fixed': {
    module: 'fixed-information',
    threats: 'Learned from recurrence: the first days count fixed information as re-entry.',
    columns: ['weeks.fixed'],
  },
  'reentry.duplicateSubmissions': {
    module: 'duplicates',
    threats:
      'Thresholds (three rare values, ρ ≥ 0.6, 30 days) are this project’s own. The next household on the same form must not count; where its key field is not recognised it may.',
    columns: ['weeks.duplicate_submissions'],
  },
  'reentry.unchanged': {
    module: 'repeated-submissions',
    threats: 'Same subject is told by key fields; a form without any has no subject.',
    columns: ['weeks.unchanged'],
  },
  'overlap.fields': {
    module: 'overlaps',
    threats: 'A field that three platforms share appears in each pair.',
    columns: ['overlaps.fields'],
  },
  'forms.submissions': { module: 'form-work', threats: PROOF, columns: ['platforms.submissions'] },
  'forms.attempts': {
    module: 'form-work',
    threats: `${PROOF} Never add attempts to submissions; together they bound the truth.`,
    columns: ['platforms.attempts'],
  },
  'forms.entered': {
    module: 'form-work',
    threats: 'What a script fills after a choice may look chosen by the person.',
    columns: ['platforms.entered'],
  },
  'forms.prefill': {
    module: 'form-work',
    threats: 'Browser autofill and a draft’s own values count as prefilled.',
    columns: ['weeks.prefill_rate', 'platforms.prefilled'],
  },
  'forms.filling': {
    module: 'form-work',
    threats: 'From the first input to the submit action: looking things up elsewhere is not in it.',
    columns: ['forms.filling_s'],
  },
  'actions.total': {
    module: 'traces',
    threats: `Words of controls decide the kind; a picture without text is not seen. ${PROOF}`,
    columns: ['actions.done'],
  },
  'actions.routine': {
    module: 'traces',
    threats: 'Four of five workdays is this project’s convention.',
  },
  'actions.attempts': { module: 'traces', threats: PROOF, columns: ['weeks.action_attempts'] },
  'actions.forced': {
    module: 'traces',
    threats: 'Only countdowns that are shown as text.',
    columns: ['weeks.forced_s'],
  },
  'uploads.repeated': {
    module: 'repeats',
    threats:
      'Exact copies only in these columns. A site that recompresses does not matter: what the person picked is compared.',
    columns: ['weeks.repeated_across', 'weeks.repeated_on'],
  },
  'uploads.proof': {
    module: 'screenshot',
    threats:
      'Told by name, size or the label beside it: a renamed or cropped screenshot is missed, a picture that happens to have a screen’s size counts.',
  },
  'zombies.count': {
    module: 'zombies',
    threats:
      'Only pages that the person opened; always a suspicion. A page without dates says nothing. A server that gives no answer at all leaves no record, so platforms that are down altogether are underestimated.',
  },
  'findings.list': {
    module: 'findings',
    threats:
      'A suspicion, not a verdict: it holds only what the person saw and did, and thresholds that no norm gives are this project’s own. Findings that the person rejected are missing.',
    columns: ['findings.rule', 'findings.status', 'findings.n'],
  },
  'outOfHours.ms': {
    module: 'work-hours',
    threats:
      'Measured against the person’s own schedule; shifts, leave and compensated overtime are not known. Nothing is told in a year without a published calendar.',
    columns: ['hours.working_s'],
  },
  'reentry.retry': {
    module: 'retry',
    threats:
      'From a refusal to the acceptance of the same form; a refusal seen only by the server is missing.',
    columns: ['weeks.retry_s_low', 'weeks.retry_s', 'weeks.retry_s_high'],
  },
  'actions.exempt': {
    module: 'traces',
    threats:
      'Told by words of the task (安保, 应急, 防汛); an emergency that is not called one is missed.',
  },
  'overhead.logins': {
    module: 'overhead',
    threats: 'Single sign-on by a desktop program is not seen.',
    columns: ['weeks.logins', 'weeks.login_s', 'weeks.relogins'],
  },
  'overhead.captcha': {
    module: 'overhead',
    threats:
      'Known by the words beside it or its programmer’s name for it; a captcha in a frame of its maker is timed by when the focus went in and came back.',
    columns: ['weeks.captcha_s'],
  },
  'overhead.rework': {
    module: 'form-work',
    threats: 'Only where the page says 退回 or the like.',
    columns: ['platforms.rework'],
  },
  'overhead.urgent': {
    module: 'work-hours',
    threats:
      'From when the person first saw it, not from when it was sent; a deadline may be misread, and a task without one on the page is missing.',
  },
  'assessment.visits': {
    module: 'overhead',
    threats: 'Told by title and words of the page; a ranking inside another page is missed.',
  },
  'external.submissions': {
    module: 'external-collectors',
    threats:
      'Only collectors that are on the list; those in chat groups and on phones are not seen.',
    columns: ['platforms.category', 'platforms.submissions'],
  },
  'proliferation.platforms28Days': {
    module: 'proliferation',
    threats:
      'Platforms off the list do not exist for the program; of weeks whose details have gone only platforms with time in front are known.',
  },
  'proliferation.redundant': {
    module: 'proliferation',
    threats:
      'That two platforms serve one function does not say that one of them could go: they may be of different offices or levels.',
  },
  'switches.perHour': {
    module: 'week-time',
    threats:
      'Changes between listed platforms only, stays of 5 s and more, at most 30 min apart; work in other programs in between is not seen.',
  },
  coverage: {
    module: 'coverage',
    threats: 'Speaks of this browser only: hours in another browser or on a phone do not lower it.',
    columns: ['weeks.coverage'],
  },
  certainty: {
    module: 'presence-fold',
    threats:
      'Recovered time ends at the last checkpoint: at most 15 s too short (30 s where the page was blocked).',
    columns: ['weeks.confirmed_s', 'weeks.recovered_s', 'weeks.capped_s'],
  },
};
