import type { Context } from '../context.ts';
import { type AboveLoader, aboveLoader } from './above-loader.ts';
import { type ActorLoader, actorLoader } from './actor-loader.ts';
import { type ActorPageLoader, actorPageLoader } from './actor-page-loader.ts';
import { type BodyLoader, bodyLoader } from './body-loader.ts';
import { type BodyPageLoader, bodyPageLoader } from './body-page-loader.ts';
import { type ComponentMembersLoader, componentMembersLoader } from './component-members-loader.ts';
import { type ConceptLoader, conceptLoader } from './concept-loader.ts';
import { type ConceptPageLoader, conceptPageLoader } from './concept-page-loader.ts';
import { type ConceptsInForceLoader, conceptsInForceLoader } from './concepts-in-force-loader.ts';
import { type DecisionPageLoader, decisionPageLoader } from './decision-page-loader.ts';
import { type DemoRecordLoader, demoRecordLoader } from './demo-record-loader.ts';
import { type DistrictPartsLoader, districtPartsLoader } from './district-parts-loader.ts';
import { type DistrictTasksLoader, districtTasksLoader } from './district-tasks-loader.ts';
import { type DivisionLoader, divisionLoader } from './division-loader.ts';
import { type GroupLoader, groupLoader } from './group-loader.ts';
import { type JointDecisionLoader, jointDecisionLoader } from './joint-decision-loader.ts';
import { type LastHeldLoader, lastHeldLoader } from './last-held-loader.ts';
import { type MeetingLoader, meetingLoader } from './meeting-loader.ts';
import { type MeetingPageLoader, meetingPageLoader } from './meeting-page-loader.ts';
import { type MembersLoader, membersLoader } from './members-loader.ts';
import { type ParticipantsLoader, participantsLoader } from './participants-loader.ts';
import { type RecommendationLoader, recommendationLoader } from './recommendation-loader.ts';
import { type RegisterEntriesLoader, registerEntriesLoader } from './register-entries-loader.ts';
import { type SeriesLoader, seriesLoader } from './series-loader.ts';
import { type TerritoryLoader, territoryLoader } from './territory-loader.ts';

/** What a loader needs of the request. */
export type Reading = Pick<
  Context,
  'db' | 'dataVersion' | 'versionAt' | 'states' | 'catalogue' | 'boundaries'
>;

/** Loaders that several fields share: whatever they ask for at the same time becomes one statement. */
export type Loaders = {
  readonly territory: TerritoryLoader;
  readonly above: AboveLoader;
  readonly actor: ActorLoader;
  readonly body: BodyLoader;
  readonly bodyPage: BodyPageLoader;
  readonly lastHeld: LastHeldLoader;
  readonly meeting: MeetingLoader;
  readonly meetingPage: MeetingPageLoader;
  readonly members: MembersLoader;
  readonly participants: ParticipantsLoader;
  readonly actorPage: ActorPageLoader;
  readonly concept: ConceptLoader;
  readonly conceptPage: ConceptPageLoader;
  readonly conceptsInForce: ConceptsInForceLoader;
  readonly decisionPage: DecisionPageLoader;
  readonly jointDecision: JointDecisionLoader;
  readonly componentMembers: ComponentMembersLoader;
  readonly demoRecord: DemoRecordLoader;
  readonly districtParts: DistrictPartsLoader;
  readonly districtTasks: DistrictTasksLoader;
  readonly division: DivisionLoader;
  readonly group: GroupLoader;
  readonly recommendation: RecommendationLoader;
  readonly registerEntries: RegisterEntriesLoader;
  readonly series: SeriesLoader;
};

/** Makes the loaders of one request. */
export function createLoaders(reading: Reading): Loaders {
  const districtTasks = districtTasksLoader(reading);
  return {
    territory: territoryLoader(reading),
    above: aboveLoader(reading),
    actor: actorLoader(reading),
    body: bodyLoader(reading),
    bodyPage: bodyPageLoader(reading),
    lastHeld: lastHeldLoader(reading),
    meeting: meetingLoader(reading),
    meetingPage: meetingPageLoader(reading),
    members: membersLoader(reading),
    participants: participantsLoader(reading),
    actorPage: actorPageLoader(reading),
    concept: conceptLoader(reading),
    conceptPage: conceptPageLoader(reading),
    conceptsInForce: conceptsInForceLoader(reading),
    decisionPage: decisionPageLoader(reading),
    jointDecision: jointDecisionLoader(reading),
    componentMembers: componentMembersLoader(reading),
    demoRecord: demoRecordLoader(reading),
    districtParts: districtPartsLoader(reading),
    districtTasks,
    division: divisionLoader(reading, districtTasks),
    group: groupLoader(reading),
    recommendation: recommendationLoader(reading),
    registerEntries: registerEntriesLoader(reading),
    series: seriesLoader(reading),
  };
}
