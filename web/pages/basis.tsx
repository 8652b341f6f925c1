import type { JSX } from 'hono/jsx/jsx-runtime';

/** The source of a duty as tables show it: short plan name, and clause such as "mục IV.2". */
export interface BasisFact {
  plan: string;
  clause: string | null;
}

export function BasisCell({ basis }: { basis: BasisFact }): JSX.Element {
  return (
    <>
      {basis.plan}
      {basis.clause === null ? null : (
        <>
          <span class="label"> · </span>
          <small class="beside clause">{basis.clause}</small>
        </>
      )}
    </>
  );
}
