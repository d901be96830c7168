import type { Profile } from './profile.js';
import amazonConnect from './amazon-connect.json' with { type: 'json' };
import chatwootReports from './chatwoot-reports.json' with { type: 'json' };
import freshchat from './freshchat.json' with { type: 'json' };
import freshdesk from './freshdesk.json' with { type: 'json' };
import genesysCloud from './genesys-cloud.json' with { type: 'json' };
import helpscoutTotals from './helpscout-totals.json' with { type: 'json' };
import intercomApi from './intercom-api.json' with { type: 'json' };
import intercom from './intercom.json' with { type: 'json' };
import livechat from './livechat.json' with { type: 'json' };
import salesforce from './salesforce.json' with { type: 'json' };
import verloopMaster from './verloop-master.json' with { type: 'json' };
import verloop from './verloop.json' with { type: 'json' };
import zendeskAgents from './zendesk-agents.json' with { type: 'json' };
import zendeskChat from './zendesk-chat.json' with { type: 'json' };
import zendeskSupport from './zendesk-support.json' with { type: 'json' };
import zohoSalesiq from './zoho-salesiq.json' with { type: 'json' };

/** Every profile that comes with the program; of two that explain a file equally well, the first is taken. */
export const profiles: readonly Profile[] = [
  verloop,
  verloopMaster,
  livechat,
  intercom,
  intercomApi,
  zendeskChat,
  zendeskSupport,
  freshdesk,
  freshchat,
  salesforce,
  genesysCloud,
  amazonConnect,
  zohoSalesiq,
  chatwootReports,
  zendeskAgents,
  helpscoutTotals,
] as Profile[];
