import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from './form-problem.tsx';
import type { ApiForm } from './use-api-form.ts';

interface Props {
  form: ApiForm;
  /** A way out beside the button that sends it. */
  keep?: { readonly words: string; readonly onPress: () => void };
  children: ReactNode;
}

/** What is wrong with a form as a whole, and the button that sends it. */
export function FormFoot({ form, keep, children }: Props) {
  const submit = (
    <Button
      type="submit"
      variant="primary"
      busy={form.busy}
      className="self-end max-sm:self-stretch"
    >
      {children}
    </Button>
  );
  return (
    <>
      <FormProblem form={form} />
      {keep ? (
        <div className="flex justify-end gap-2 max-sm:flex-col-reverse">
          <Button onClick={keep.onPress}>{keep.words}</Button>
          {submit}
        </div>
      ) : (
        submit
      )}
    </>
  );
}
