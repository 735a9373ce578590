// Asana's own Node client against the simulator; prints what it got, one JSON object.
const Asana = require('asana');

const [base, token, workspace, project, section, target] = process.argv.slice(2);
const client = Asana.ApiClient.instance;
client.basePath = base;
client.authentications.token.accessToken = token;

const webhooks = new Asana.WebhooksApi();
const tasks = new Asana.TasksApi();
const stories = new Asana.StoriesApi();
const sections = new Asana.SectionsApi();
const events = new Asana.EventsApi();
const users = new Asana.UsersApi();

const refusal = async (call) => {
  try {
    await call();
    return null;
  } catch (error) {
    return { status: error.status, message: error.response.body.errors[0].message, sync: error.response.body.sync };
  }
};

(async () => {
  const out = {};
  out.me = (await users.getUser('me', {})).data.name;
  const wanted = { data: { resource: project, target, filters: [{ resource_type: 'task', action: 'changed' }] } };
  const created = await webhooks.createWebhook(wanted, {});
  out.created = created.data;
  out.twin = await refusal(() => webhooks.createWebhook(wanted, {}));
  out.listed = (await webhooks.getWebhooks(workspace, { resource: project, limit: 10 })).data.length;
  out.start = await refusal(() => events.getEvents(project, {}));
  const task = (await tasks.createTask({ data: { name: 'Fix login', projects: [project] } }, {})).data;
  await tasks.updateTask({ data: { name: 'Fix the login', due_on: '2026-06-30' } }, task.gid, {});
  await tasks.updateTask({ data: { completed: true } }, task.gid, {});
  await stories.createStoryForTask({ data: { text: 'Done' } }, task.gid, {});
  await sections.addTaskForSection(section, { body: { data: { task: task.gid } } });
  out.task = (await tasks.getTask(task.gid, { opt_fields: 'name,completed,memberships.section.name' })).data;
  const page = await events.getEvents(project, { sync: out.start.sync });
  out.events = page.data.map((event) => [event.resource.resource_type, event.action, event.change ? event.change.field : '']);
  const updated = await webhooks.updateWebhook({ data: { filters: [] } }, created.data.gid, {});
  out.filters = updated.data.filters;
  await tasks.deleteTask(task.gid);
  out.gone = await refusal(() => tasks.getTask(task.gid, {}));
  await webhooks.deleteWebhook(created.data.gid);
  out.deleted = await refusal(() => webhooks.getWebhook(created.data.gid, {}));
  console.log(JSON.stringify(out));
})().catch((error) => {
  console.error(error.response ? error.response.text : error);
  process.exit(1);
});
