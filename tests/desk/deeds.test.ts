import { expect, it } from 'vitest';
import { bodyOf, deeds, overridden } from '../../desk/deeds.ts';

const deed = (action: string) => {
  const found = deeds.find((one) => one.action === action);
  if (!found) throw new Error(`No deed ${action}`);
  return found;
};

it('sends what was answered, and a flag that was not set as false', () => {
  const answers = new FormData();
  answers.set('reason', ' It was wrong. ');
  answers.set('replacedBy', '');
  expect(bodyOf(deed('withdraw'), answers)).toEqual({ reason: 'It was wrong.', keepText: false });
});

it('asks for a reason to go without review', () => {
  expect(overridden(deed('approve')).asks.map(({ name }) => name)).toEqual(['reason']);
});
