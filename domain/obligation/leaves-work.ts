const LEAVING = ['requestExtension', 'raiseObstacle', 'contribute', 'object'];

/** Whether something about the same duty still waits for who did this act. Example: an asked extension leaves the report. */
export function leavesWork(act: string): boolean {
  return LEAVING.includes(act);
}
