import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from './form-problem.tsx';
import type { ApiForm } from './use-api-form.ts';

/** What is wrong with a form as a whole, and the button that sends it. */
export function FormFoot({ form, children }: { form: ApiForm; children: ReactNode }) {
  return (
    <>
      <FormProblem form={form} />
      <Button
        type="submit"
        variant="primary"
        busy={form.busy}
        className="self-end max-sm:self-stretch"
      >
        {children}
      </Button>
    </>
  );
}
