// What the core says, with its failures thrown.

import type {
  BlockView_Serialize, ChannelDay_Serialize, CandidateView_Serialize, CauseView_Serialize, ExplainView_Serialize, FailureView_Serialize, FixView, NamesView, RolloutView_Serialize, RowView_Serialize, WhatIfView_Serialize, LaneView_Serialize,
  AiringChangeView_Serialize, ChangesView_Serialize, ChannelChangesView_Serialize, ComparedDay_Serialize, ExaminedView_Serialize, MarkView_Serialize,
  ProblemView_Serialize, ProposalView_Serialize, ReasonView_Serialize, RundownRow_Serialize, StartView_Serialize,
  StationView_Serialize, StepsView_Serialize,
} from './bindings'

export { commands, events } from './bindings'
export type { Calculating, CalculationAsked, DateView, HeadsAsked, AmendmentAsked as Assumed, RolloutAsked, StepView, VersionName, ToldView as Told, WrittenView } from './bindings'
export type AiringChange = AiringChangeView_Serialize
export type Block = BlockView_Serialize
export type Candidate = CandidateView_Serialize
export type Cause = CauseView_Serialize
export type Changes = ChangesView_Serialize
export type ChannelChanges = ChannelChangesView_Serialize
export type ChannelDay = ChannelDay_Serialize
export type ComparedDay = ComparedDay_Serialize
export type Examined = ExaminedView_Serialize
export type Explanation = ExplainView_Serialize
export type Failure = FailureView_Serialize
export type Fix = FixView
export type Names = NamesView
export type Rolled = RolloutView_Serialize
export type Row = RowView_Serialize
export type WhatIf = WhatIfView_Serialize
export type Lane = LaneView_Serialize
export type Mark = MarkView_Serialize
export type Problem = ProblemView_Serialize
export type Proposal = ProposalView_Serialize
export type Reason = ReasonView_Serialize
export type RundownRow = RundownRow_Serialize
export type Start = StartView_Serialize
export type Station = StationView_Serialize
export type Steps = StepsView_Serialize

type Answer<T> = { status: 'ok'; data: T } | { status: 'error'; error: Failure }

/** Why the core did not do something. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** What the core answered; throws [Refused] where it refused. */
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  const answered = await asked
  if (answered.status === 'error') throw new Refused(answered.error)
  return answered.data
}
