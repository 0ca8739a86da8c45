import { redirect } from 'next/navigation';

/** One list of tasks for everybody: the team's is that list, asked for this team. */
export default async function TeamTasksPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  redirect(`/tasks?team=${encodeURIComponent(teamId)}`);
}
