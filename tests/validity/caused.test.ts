import { describe, expect, it } from 'vitest';
import { causedIn } from '../bench/page/caused';

const OURS = 'chrome-extension://abcdefghijklmnop/observer.js';

/** Thread time as long as the wall clock's, both in ms. */
const event = (name: string, at: number, length: number, args: object = {}) => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts: at * 1000,
  dur: length * 1000,
  tdur: length * 1000,
  args,
});
const called = (at: number, length: number, url: string) =>
  event('FunctionCall', at, length, { data: { url } });

describe('what extensions cause in a load', () => {
  it('is their script with what it made the browser do, and the task around it where nothing else ran', () => {
    const { causedMs } = causedIn([
      event('ParseHTML', 0, 1),
      event('RunTask', 10, 5),
      event('TimerFire', 11, 3),
      called(12, 2, OURS),
      event('Layout', 12.5, 1),
    ]);
    expect(causedMs).toBe(5);
  });

  it('is their script alone where the page did something in the same task', () => {
    const { causedMs, layouts } = causedIn([
      event('RunTask', 0, 40),
      event('ParseHTML', 1, 30),
      called(2, 3, OURS),
      called(10, 5, 'http://mz.qingshan.gov.cn/app.js'),
      event('Layout', 33, 5),
    ]);
    expect(causedMs).toBe(3);
    expect(layouts).toBe(1);
  });

  it('is also the message by which the browser speaks to an extension, and its script without an address', () => {
    const { causedMs } = causedIn([
      event('ParseHTML', 0, 1),
      event('Receive mojo message', 5, 1, {
        chrome_mojo_event_info: { mojo_interface_tag: 'extensions.mojom.LocalFrame' },
      }),
      event('v8.run', 8, 2, { worldId: 5, worldName: 'Qingzhuang' }),
      event('v8.run', 12, 7, { worldId: 0, worldName: '' }),
    ]);
    expect(causedMs).toBe(3);
  });

  it('makes a task long that would have been shorter, and not one that is long anyway', () => {
    const long = (at: number, length: number, own: number) => [
      event('RunTask', at, length),
      event('Layout', at, length - own),
      called(at + length - own, own, OURS),
    ];
    expect(causedIn([event('ParseHTML', 0, 1), ...long(10, 52, 3)]).madeLong).toBe(1);
    expect(causedIn([event('ParseHTML', 0, 1), ...long(10, 90, 3)]).madeLong).toBe(0);
    expect(causedIn([event('ParseHTML', 0, 1), ...long(10, 40, 3)]).madeLong).toBe(0);
  });

  it('leaves out other threads and processes', () => {
    const elsewhere = { ...called(5, 9, OURS), tid: 2 };
    const before = { ...called(5, 9, OURS), pid: 7 };
    expect(causedIn([event('ParseHTML', 0, 1), elsewhere, before]).causedMs).toBe(0);
  });

  it('is nothing that can be told of a trace without a load', () => {
    expect(() => causedIn([called(0, 1, OURS)])).toThrow(RangeError);
  });
});
