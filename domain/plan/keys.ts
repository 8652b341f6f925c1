/** Workflow ids (design §5). They are addresses for nine years: never change a form once released. */
export function planWorkflow(province: string, plan: string): string {
  return `plan/${province}/${plan}`;
}

export function cycleWorkflow(province: string, plan: string, year: number): string {
  return `cycle/${province}/${plan}/${year}`;
}

export function obstacleWorkflow(province: string, id: string): string {
  return `obstacle/${province}/${id}`;
}

/** The round's part of an obligation's key: `<plan>/<year>/<requirement>/<period>`. */
export function roundKey(workflow: string): string {
  return workflow.split('/').slice(2).join('/');
}

/** The workflow id of a round: `round/<province>/<key>`. */
export function roundWorkflow(province: string, key: string): string {
  return `round/${province}/${key}`;
}
