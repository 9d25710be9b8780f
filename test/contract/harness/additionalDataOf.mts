import { ExecutionLifecycleHooks } from 'n8n-core';
import type {
	ICredentialsHelper,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** What n8n gives every context besides the workflow: addresses, credentials, hooks. */
export function additionalDataOf(
	url: string,
	workflow: Workflow,
	mode: WorkflowExecuteMode,
	executionId: string,
	credentialsHelper: ICredentialsHelper,
): IWorkflowExecuteAdditionalData {
	const data = { id: workflow.id, name: workflow.name } as never;
	const given: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper,
		executionId,
		currentNodeExecutionIndex: 0,
		restApiUrl: `${url}/rest`,
		instanceBaseUrl: url,
		formWaitingBaseUrl: `${url}/form-waiting`,
		webhookBaseUrl: `${url}/webhook`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		variables: {},
		hooks: new ExecutionLifecycleHooks(mode, executionId, data),
		setExecutionStatus: () => {},
	};
	return given as IWorkflowExecuteAdditionalData;
}
