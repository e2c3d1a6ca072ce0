import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { useKit } from '../theme/kit-provider.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

/** A secret, hidden until its eye is pressed. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'after'>) {
  const { words } = useKit();
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      after={
        <IconButton
          size="small"
          label={isShown ? words.hide : words.show}
          icon={isShown ? <EyeOff /> : <Eye />}
          onPress={() => {
            setIsShown(!isShown);
          }}
        />
      }
    />
  );
}
