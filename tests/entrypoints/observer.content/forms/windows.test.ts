// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ObserverContext } from '../../../../entrypoints/observer.content/context';
import type { FrameForms } from '../../../../entrypoints/observer.content/forms/frames';
import { startForms } from '../../../../entrypoints/observer.content/forms/start-forms';
import type { Observation, SubmissionObservation } from '../../../../utils/domain/observation';

/** A window that this page opened, and what was submitted there. */
interface Opened {
  top: { closed: boolean } | null;
  document: Document;
}

let end: AbortController;
let told: Observation[];
let opened: Opened;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  end = new AbortController();
  const context: Partial<ObserverContext> = {
    input: { lastAt: 0 },
    send: (observation) => void told.push(observation),
    now: () => Date.now(),
    buffered: [],
    pageClass: 'list',
  };
  startForms(context as ObserverContext, end.signal);
  opened = { top: { closed: false }, document: pageOf('<input name="a"><input name="b">') };
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

function pageOf(html: string): Document {
  const made = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html');
  return Object.defineProperty(made, 'readyState', { value: 'complete' });
}

const submitted = (more: Partial<SubmissionObservation> = {}) =>
  ({
    kind: 'submission',
    id: 'one',
    at: Date.now(),
    outcome: 'pending',
    score: 0,
    evidence: [],
    ...more,
  }) as unknown as SubmissionObservation;

function follow(left: () => SubmissionObservation | undefined): void {
  const world = globalThis as unknown as Record<symbol, FrameForms>;
  world[Symbol.for('qingzhuang.forms')]?.follow(opened as unknown as Window, left);
}

function close(): void {
  opened.top = { closed: true };
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a window that this page opened', () => {
  it('tells by this page what it could not tell when a script closed it', async () => {
    const accepted = submitted({ outcome: 'accepted', score: 4, evidence: ['network-ok'] });
    follow(() => accepted);
    await wait(2_000);
    expect(told).toEqual([]);
    close();
    await wait(300);
    expect(told).toEqual([accepted]);
  });

  it('was answered by a page that closed it', async () => {
    const pending = submitted();
    follow(() => pending);
    opened.document = pageOf('<script>opener.location.reload();window.close()</script>');
    close();
    await wait(2_000);
    expect(told).toMatchObject([{ id: 'one', outcome: 'accepted', score: 3 }]);
  });

  it('was answered, and this page is loaded anew at once', () => {
    follow(() => submitted());
    opened.document = pageOf('<script>alert("保存成功");window.close()</script>');
    close();
    dispatchEvent(new Event('pagehide'));
    expect(told).toMatchObject([
      { outcome: 'accepted', evidence: expect.arrayContaining(['success-text']) },
    ]);
  });

  it('was refused by what its answer says before it closes', async () => {
    follow(() => submitted());
    opened.document = pageOf("<script>alert('保存失败！');window.close()</script>");
    close();
    await wait(2_000);
    expect(told).toMatchObject([{ outcome: 'refused' }]);
  });

  it('is closed by a script without an answer: an attempt', async () => {
    follow(() => submitted({ evidence: ['fields-gone'], score: 2 }));
    close();
    await wait(20_000);
    expect(told).toMatchObject([{ outcome: 'unproven' }]);
  });

  it('is closed by the person, who did not wait: it has told so itself', async () => {
    follow(() => submitted({ evidence: ['network-ok'], score: 2 }));
    close();
    await wait(20_000);
    expect(told).toEqual([]);
  });

  it('is closed by the person after an answer that stands there: that speaks for itself', async () => {
    const left = vi.fn(() => submitted());
    follow(left);
    opened.document = pageOf('<p>家庭人口与户籍不符</p><input name="a"><input name="b">');
    await wait(2_000);
    close();
    await wait(5_000);
    expect(left).not.toHaveBeenCalled();
    expect(told).toEqual([]);
  });

  it('is closed with nothing that was to be told', async () => {
    follow(() => undefined);
    close();
    await wait(20_000);
    expect(told).toEqual([]);
  });
});

describe('a frame in a dialog', () => {
  beforeEach(() => {
    opened.top = window.top;
  });

  it('was answered by a script that loads the page around anew', () => {
    follow(() => submitted());
    opened.document = pageOf('<script>parent.location.reload()</script>');
    dispatchEvent(new Event('pagehide'));
    expect(told).toMatchObject([{ outcome: 'accepted', score: 3 }]);
  });

  it('has said nothing when the page around goes first', () => {
    follow(() => submitted());
    dispatchEvent(new Event('pagehide'));
    expect(told).toEqual([]);
  });

  it('is taken away by a script that answers', async () => {
    follow(() => submitted());
    opened.document = pageOf('<script>parent.layer.closeAll()</script>');
    await wait(200);
    opened.top = null;
    await wait(2_000);
    expect(told).toMatchObject([{ outcome: 'accepted', score: 3 }]);
  });

  it('may have told its outcome to nobody: it is told again, as the same submission', async () => {
    const submission = submitted({ outcome: 'accepted' });
    follow(() => submission);
    opened.top = null;
    await wait(2_000);
    expect(told).toEqual([submission]);
  });

  it('is taken away without an answer: nothing proves that it was taken', async () => {
    follow(() => submitted());
    opened.top = null;
    await wait(20_000);
    expect(told).toEqual([]);
  });
});
