/** What an action asks of whoever does it: words, or a choice between yes and no. */
export type Question = { name: string; label: string; kind: 'words' | 'flag' };

/** What can be done with a statement beside writing, publishing and scheduling it. */
export type Deed = { action: string; label: string; done: string; about?: string; asks: Question[] };

const words = (name: string, label: string): Question => ({ name, label, kind: 'words' });

/** In the order in which they are offered; what can't be undone comes last. */
export const deeds: Deed[] = [
  { action: 'submit', label: 'Submit for review', done: 'Submitted for review.', asks: [] },
  { action: 'approve', label: 'Approve', done: 'Approved.', asks: [] },
  {
    action: 'return',
    label: 'Return',
    done: 'Returned to its authors.',
    asks: [words('note', 'What has to be changed; readers never see it')],
  },
  { action: 'unschedule', label: 'Unschedule', done: 'It is not scheduled any more.', asks: [] },
  {
    action: 'note',
    label: 'Note inside the office',
    done: 'Noted. Readers never see it.',
    asks: [words('note', 'Note; readers never see it')],
  },
  {
    action: 'restore',
    label: 'Restore',
    done: 'Restored.',
    about: 'It is public again, with its approved work copy, if there is one, or else as it was.',
    asks: [words('note', 'Note for readers, where the text is another')],
  },
  {
    action: 'withdraw',
    label: 'Withdraw',
    done: 'Withdrawn. Its address tells readers why.',
    asks: [
      words('reason', 'Reason; readers are shown it'),
      { name: 'keepText', label: 'Keep the text readable, marked as withdrawn', kind: 'flag' },
      words('replacedBy', 'Id of the live statement that replaces it, if one does'),
    ],
  },
  {
    action: 'discard',
    label: 'Discard the work copy',
    done: 'The work copy was discarded.',
    about: 'What is public stays as it is. The work copy is given up.',
    asks: [],
  },
  {
    action: 'delete',
    label: 'Delete',
    done: 'Deleted.',
    about: 'The draft is taken from the desk for everybody.',
    asks: [],
  },
];

/** What an admin does against the review rule: the same, with a reason for the audit trail. */
export const overridden = ({ action, label, done, asks }: Deed): Deed => ({
  action,
  label: `${label} without review`,
  done,
  about: 'The audit trail keeps who went without review, and why.',
  asks: [...asks, words('reason', 'Reason for going without review')],
});

export const publishing: Deed = { action: 'publish', label: 'Publish', done: 'Published.', asks: [] };

/** The body of an action from what was answered: words left empty are left out. */
export function bodyOf({ asks }: Deed, answers: FormData): Record<string, string | boolean> {
  const given = asks.map(({ name, kind }) =>
    kind === 'flag'
      ? ([name, answers.has(name)] as const)
      : ([name, String(answers.get(name) ?? '').trim()] as const),
  );
  return Object.fromEntries(given.filter(([, answer]) => answer !== ''));
}
