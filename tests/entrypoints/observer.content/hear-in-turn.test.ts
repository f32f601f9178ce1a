// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hearInTurn } from '../../../entrypoints/observer.content/hear-in-turn';

let told: string[] = [];
let end = new AbortController();

afterEach(() => {
  end.abort();
  end = new AbortController();
  told = [];
  vi.restoreAllMocks();
});

const type = () => window.dispatchEvent(new Event('input'));

describe('hearing an event in turn', () => {
  it('tells all who hear it in their order, by one listener', () => {
    const listen = vi.spyOn(window, 'addEventListener');
    hearInTurn('input', () => told.push('forms'), end.signal);
    hearInTurn('input', () => told.push('uploads'), end.signal);
    type();
    expect(told).toEqual(['forms', 'uploads']);
    expect(listen).toHaveBeenCalledTimes(1);
  });

  it('goes on to the next where one fails', () => {
    hearInTurn(
      'input',
      () => {
        throw new Error('a page that takes itself apart');
      },
      end.signal,
    );
    hearInTurn('input', () => told.push('uploads'), end.signal);
    type();
    expect(told).toEqual(['uploads']);
  });

  it('rests for all until it goes on, and does not come back once it has ended', () => {
    const turn = hearInTurn('input', () => told.push('forms'), end.signal);
    turn.rest();
    type();
    turn.goOn();
    turn.goOn();
    type();
    expect(told).toEqual(['forms']);
    turn.rest();
    end.abort();
    turn.goOn();
    type();
    expect(told).toEqual(['forms']);
  });

  it('ends with the signal of each, and begins anew', () => {
    const first = new AbortController();
    hearInTurn('input', () => told.push('forms'), first.signal);
    hearInTurn('input', () => told.push('uploads'), end.signal);
    first.abort();
    type();
    expect(told).toEqual(['uploads']);
    end.abort();
    type();
    expect(told).toEqual(['uploads']);
    const next = new AbortController();
    hearInTurn('input', () => told.push('again'), next.signal);
    type();
    next.abort();
    type();
    expect(told).toEqual(['uploads', 'again']);
  });
});
