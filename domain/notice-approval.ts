/** Up to so many people the writer may send a notice alone; above, a second person must say yes. */
export const mostWithoutApproval = 50;

/** How far ahead the last moment of a notice may lie, in days. */
export const longestNoticeDays = 14;

/** Who wants to approve a notice. */
export interface Approval {
  readonly writtenBy: string;
  readonly staffId: string;
  /** Her role in the console. */
  readonly role: string;
}

/** Why somebody may not approve a notice; null where she may: an approver who has not written it. */
export function approvalRefusal({
  writtenBy,
  staffId,
  role,
}: Approval): "own_notice" | "not_approver" | null {
  if (staffId === writtenBy) return "own_notice";
  return role === "approver" ? null : "not_approver";
}
