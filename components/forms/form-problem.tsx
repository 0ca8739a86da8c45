'use client';

import { CircleAlert } from 'lucide-react';
import type { ApiForm } from './use-api-form.ts';
import { useProblemWords } from './problem-words.ts';

/** The line above the buttons when the server said no. */
export function FormProblem({ form }: { form: Pick<ApiForm, 'problem' | 'elsewhere'> }) {
  const words = useProblemWords();
  return (
    <div role="alert" className="empty:hidden">
      {form.problem && (
        <div
          data-form-problem
          tabIndex={-1}
          className="flex items-start gap-2 rounded-card bg-danger-pale px-3 py-2 text-danger"
        >
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <div>
            <p>{words(form.problem)}</p>
            {form.elsewhere.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
