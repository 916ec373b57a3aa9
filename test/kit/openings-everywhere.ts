import type { Client } from './client';
import type { Everything } from './everything';
import { day, uniqueSource } from './graph';
import { FIRST_REQUIREMENTS, SAVE_OPENINGS } from './opening-operations';

/** An opening for each project, filled by a person each, and as many for the last project, filled by the last person. */
export async function openEverything(admin: Client, { ids }: Everything): Promise<void> {
  const [projects, people] = [ids['Project']!, ids['Person']!];
  const { nodes } = await admin.get(FIRST_REQUIREMENTS, { ids: [...projects] });
  const source = uniqueSource();
  const opened = [...projects.keys(), ...projects.map(() => projects.length - 1)];
  const items = opened.map((project, place) => ({
    ...{ source, id: String(place), project: { globalId: projects[project]! } },
    requirements: (nodes[project] as { requirements: { nodes: { id: string }[] } }).requirements.nodes.map(
      ({ id }) => id,
    ),
    ...{ openedAt: day(0), filledAt: day(1), filledBy: { globalId: people[project]! } },
  }));
  const { saveOpenings } = await admin.get(SAVE_OPENINGS, { items });
  if (saveOpenings.errors.length > 0) throw new Error(saveOpenings.errors[0]!.message);
}
