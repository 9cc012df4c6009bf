/** Up to so many people the writer may send a notice alone; above, a second person must say yes. */
export const mostWithoutApproval = 50;

/** How far ahead the last moment of a notice may lie, in days. */
export const longestNoticeDays = 14;

/** Who wants to approve a notice. */
export interface Approval {
  readonly writtenBy: string;
  readonly staffId: string;
}

/** Why somebody may not approve this notice; null where nothing is against it. Whose role allows it at all is not decided here. */
export const approvalRefusal = ({ writtenBy, staffId }: Approval): "own_notice" | null =>
  staffId === writtenBy ? "own_notice" : null;
