// What the core says, with its failures thrown.

import type {
  BlockView_Serialize, ChannelDay_Serialize, CandidateView_Serialize, CauseView_Serialize, ExplainView_Serialize, FailureView_Serialize, FixView, NamesView, RolloutView_Serialize, RowView_Serialize, WhatIfView_Serialize, LaneView_Serialize,
  AirsView_Serialize, BlackoutView, BoxView_Serialize, CampaignAsked_Serialize, CampaignView_Serialize, ChannelAsked_Serialize, ChannelEdit_Serialize, ChannelSettingsView_Serialize,
  ChoicesView, ConflictView_Serialize, FillAsked_Serialize, GridEdit_Serialize, GridView_Serialize, HoldbackView, LawStepView_Serialize, LayerView_Serialize, OccasionAsked_Serialize,
  OccasionEdit_Serialize, OccasionView_Serialize, OccasionsView_Serialize, RestrictionEdit_Serialize, SettingsView_Serialize, SlotAsked_Serialize, SlotView_Serialize, TrialView_Serialize,
  WouldAirView_Serialize, ZoneView,
  AiringChangeView_Serialize, ChangesView_Serialize, ChannelChangesView_Serialize, ComparedDay_Serialize, ExaminedView_Serialize, MarkView_Serialize,
  ProblemView_Serialize, ProposalView_Serialize, ReasonView_Serialize, RundownView_Serialize, StartView_Serialize,
  ComparedView_Serialize, EditedView_Serialize, FoundView_Serialize, LandingView_Serialize, NowView, OverviewView, ScenarioView, VerdictView_Serialize,
  StationView_Serialize, StepsView_Serialize,
  ReportCellView_Serialize, ReportView_Serialize,
  ExportAsked_Serialize, FilePreview_Serialize, FormAsked_Serialize, WrittenView_Serialize,
} from './bindings'
import type {
  AsRunItemView_Serialize, AsRunView_Serialize, LogLookView_Serialize, BegunView_Serialize, ChainView_Serialize, FormAheadView_Serialize, HandedOutView_Serialize, NoteView_Serialize, PublishingChannelView_Serialize, PublishingView_Serialize,
  ReceiverView_Serialize, SinceView_Serialize,
} from './bindings'
import type {
  AboutView_Serialize, OnAirAnswer_Serialize, CatalogueEdit_Deserialize, CatalogueRow_Serialize, CatalogueView_Serialize, ColumnView, EffectView_Serialize, EffectsView_Serialize, FieldEdit_Deserialize,
  ItemView_Serialize, LicenceForm_Deserialize, LicenceView_Serialize, MediaView_Serialize, MissingView, NewProgramme_Deserialize, PartnerView, PlaceView, QuotationView_Serialize, SheetView,
  TimelineView_Serialize, VersionView_Serialize,
} from './bindings'
import type { DecisionView_Serialize, ReachedView_Serialize, SharedView_Serialize } from './bindings'

import type { BackupView, FileFaultView_Serialize, LookedView_Serialize, RestoreView_Serialize, SalvagedView_Serialize } from './bindings'

export { commands, events } from './bindings'
export type Backup = BackupView
export type Fault = FileFaultView_Serialize
export type Looked = LookedView_Serialize
export type Restoring = RestoreView_Serialize
export type Salvaged = SalvagedView_Serialize
export type { AirsAt, BlackoutSpan, LanguageMark, Planned, SheetAsked, SheetPreview, Calculating, CalculationAsked, DateView, Edit, HeadsAsked, AmendmentAsked as Assumed, RolloutAsked, Spot, StepView, VersionName, ToldView as Told, PageWordsAsked, PaperWordsAsked, PlaylistAsked } from './bindings'
export type AiringChange = AiringChangeView_Serialize
export type { ReportAsked, ReportForm, ReportWordsAsked } from './bindings'
export type { HangingAsked, LinkView, RatingAsked, QuotaAsked, PromotedAsked } from './bindings'
export type Airs = AirsView_Serialize
export type Blackout = BlackoutView
export type Box = BoxView_Serialize
export type Campaign = CampaignView_Serialize
export type CampaignAsked = CampaignAsked_Serialize
export type ChannelAsked = ChannelAsked_Serialize
export type ChannelEdit = ChannelEdit_Serialize
export type ChannelSettings = ChannelSettingsView_Serialize
export type Choices = ChoicesView
export type Conflict = ConflictView_Serialize
export type Fill = FillAsked_Serialize
export type GridEdit = GridEdit_Serialize
export type GridView = GridView_Serialize
export type Holdback = HoldbackView
export type LawStep = LawStepView_Serialize
export type Layer = LayerView_Serialize
export type Occasion = OccasionView_Serialize
export type OccasionAsked = OccasionAsked_Serialize
export type OccasionEdit = OccasionEdit_Serialize
export type Occasions = OccasionsView_Serialize
export type RestrictionEdit = RestrictionEdit_Serialize
export type Settings = SettingsView_Serialize
export type SlotAsked = SlotAsked_Serialize
export type SlotView = SlotView_Serialize
export type Trial = TrialView_Serialize
export type WouldAir = WouldAirView_Serialize
export type Zone = ZoneView
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
export type Compared = ComparedView_Serialize
export type Scenario = ScenarioView
export type Edited = EditedView_Serialize
export type Found = FoundView_Serialize
export type Landing = LandingView_Serialize
export type Now = NowView
export type Overview = OverviewView
export type Verdict = VerdictView_Serialize
export type Lane = LaneView_Serialize
export type Mark = MarkView_Serialize
export type Problem = ProblemView_Serialize
export type Proposal = ProposalView_Serialize
export type Reason = ReasonView_Serialize
export type Rundown = RundownView_Serialize
export type Start = StartView_Serialize
export type Station = StationView_Serialize
export type Steps = StepsView_Serialize
export type Report = ReportView_Serialize
export type ReportCell = ReportCellView_Serialize
export type ExportAsked = ExportAsked_Serialize
export type FilePreview = FilePreview_Serialize
export type FormAsked = FormAsked_Serialize
export type Written = WrittenView_Serialize

export type { AccountView as StationAccount, AccountsView as StationAccounts, ServerAsked } from './bindings'
export type SharedStation = SharedView_Serialize
export type Decision = DecisionView_Serialize
export type { FieldPartView as FieldPart } from './bindings'
export type Reached = ReachedView_Serialize
export type { DeliveryView as Delivery, DestinationAsked as Destination, FileAsked, ReceiverAsked, ReceiverEdit, RevisionView as Revision, SpokenAsked } from './bindings'
export type { ImportAsked, ImportView as ReadSchedule, ReadAs } from './bindings'
export type { WorkbookAsked, WorkbookForm, WorkbookView as ReadWorkbook } from './bindings'
export type { LogAsked, MappingView as LogMapping } from './bindings'
export type { RecordChangeView as RecordChange } from './bindings'
export type AsRun = AsRunView_Serialize
export type AsRunItem = AsRunItemView_Serialize
export type LogLook = LogLookView_Serialize
export type Chain = ChainView_Serialize
export type ChangeNote = NoteView_Serialize
export type FileBegun = BegunView_Serialize
export type FormAhead = FormAheadView_Serialize
export type HandedOut = HandedOutView_Serialize
export type Publishing = PublishingView_Serialize
export type PublishingChannel = PublishingChannelView_Serialize
export type Receiver = ReceiverView_Serialize
export type Since = SinceView_Serialize

export type About = AboutView_Serialize
export type OnAir = OnAirAnswer_Serialize
export type CatalogueEdit = CatalogueEdit_Deserialize
export type CatalogueRow = CatalogueRow_Serialize
export type CatalogueView = CatalogueView_Serialize
export type Effect = EffectView_Serialize
export type Effects = EffectsView_Serialize
export type FieldEdit = FieldEdit_Deserialize
export type ItemView = ItemView_Serialize
export type Licence = LicenceView_Serialize
export type LicenceForm = LicenceForm_Deserialize
export type Media = MediaView_Serialize
export type Missing = MissingView
export type NewProgramme = NewProgramme_Deserialize
export type Partner = PartnerView
export type Place = PlaceView
export type Quotation = QuotationView_Serialize
export type SheetChosen = SheetView
export type SheetColumn = ColumnView
export type Timeline = TimelineView_Serialize
export type Version = VersionView_Serialize

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
