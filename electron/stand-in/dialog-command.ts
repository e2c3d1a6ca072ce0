/** The programs of a desktop that can ask the user something for us. */
export type DialogTool = 'zenity' | 'kdialog' | 'osascript' | 'powershell';

export type DialogRequest =
  | { readonly ask: 'folder'; readonly title: string }
  | { readonly ask: 'backup-file'; readonly title: string }
  | { readonly ask: 'save-path'; readonly title: string; readonly suggestedName: string }
  | { readonly ask: 'confirm'; readonly question: string };

export interface DialogCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Texts go to PowerShell through its environment, where nothing in them can become code. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a tool is told to ask. All answer with a path on standard output, and fail when the user thought better of it. */
export function planDialog(tool: DialogTool, request: DialogRequest, startFolder: string): DialogCommand {
  const plans = { zenity: planZenity, kdialog: planKdialog, osascript: planOsascript, powershell: planPowershell };
  return plans[tool](request, startFolder);
}

function planZenity(request: DialogRequest, startFolder: string): DialogCommand {
  const command = 'zenity';
  if (request.ask === 'confirm') {
    return { command, args: ['--question', '--no-markup', '--title=Kebu', `--text=${request.question}`] };
  }
  const args = ['--file-selection', `--title=${request.title}`];
  if (request.ask === 'folder') return { command, args: [...args, '--directory', `--filename=${startFolder}/`] };
  if (request.ask === 'backup-file') {
    return { command, args: [...args, '--file-filter=*.kebu', `--filename=${startFolder}/`] };
  }
  const name = `--filename=${startFolder}/${request.suggestedName}`;
  return { command, args: [...args, '--save', '--confirm-overwrite', name] };
}

function planKdialog(request: DialogRequest, startFolder: string): DialogCommand {
  const command = 'kdialog';
  if (request.ask === 'confirm') return { command, args: ['--title', 'Kebu', '--yesno', request.question] };
  const title = ['--title', request.title];
  if (request.ask === 'folder') return { command, args: [...title, '--getexistingdirectory', startFolder] };
  if (request.ask === 'backup-file') return { command, args: [...title, '--getopenfilename', startFolder, '*.kebu'] };
  return { command, args: [...title, '--getsavefilename', `${startFolder}/${request.suggestedName}`] };
}

function planOsascript(request: DialogRequest, startFolder: string): DialogCommand {
  const run = (script: string, ...values: string[]): DialogCommand => ({
    command: 'osascript',
    args: ['-e', 'on run argv', '-e', script, '-e', 'end run', ...values],
  });
  const at = 'default location (POSIX file (item 2 of argv))';
  if (request.ask === 'confirm') return run('display dialog (item 1 of argv) with title "Kebu"', request.question);
  if (request.ask === 'folder') {
    return run(`POSIX path of (choose folder with prompt (item 1 of argv) ${at})`, request.title, startFolder);
  }
  if (request.ask === 'backup-file') {
    return run(`POSIX path of (choose file with prompt (item 1 of argv) ${at})`, request.title, startFolder);
  }
  return run(
    `POSIX path of (choose file name with prompt (item 1 of argv) ${at} default name (item 3 of argv))`,
    request.title,
    startFolder,
    request.suggestedName,
  );
}

const powershellHead =
  'Add-Type -AssemblyName System.Windows.Forms; [Console]::OutputEncoding = [Text.Encoding]::UTF8; ';

function planPowershell(request: DialogRequest, startFolder: string): DialogCommand {
  const run = (script: string, env: Record<string, string>): DialogCommand => ({
    command: 'powershell.exe',
    args: ['-NoProfile', '-STA', '-Command', powershellHead + script],
    env,
  });
  const texts = { KEBU_FOLDER: startFolder };
  if (request.ask === 'confirm') {
    const script =
      "if ([System.Windows.Forms.MessageBox]::Show($env:KEBU_TITLE, 'Kebu', 'YesNo') -ne 'Yes') { exit 1 }";
    return run(script, { KEBU_TITLE: request.question });
  }
  const show = (kind: string, set: string, property: string): string =>
    `$d = New-Object System.Windows.Forms.${kind}; ${set}if ($d.ShowDialog() -ne 'OK') { exit 1 }; $d.${property}`;
  if (request.ask === 'folder') {
    const set = '$d.Description = $env:KEBU_TITLE; $d.SelectedPath = $env:KEBU_FOLDER; ';
    return run(show('FolderBrowserDialog', set, 'SelectedPath'), { ...texts, KEBU_TITLE: request.title });
  }
  const set = '$d.Title = $env:KEBU_TITLE; $d.InitialDirectory = $env:KEBU_FOLDER; ';
  if (request.ask === 'backup-file') {
    const filter = "$d.Filter = 'Kebu (*.kebu)|*.kebu'; ";
    return run(show('OpenFileDialog', set + filter, 'FileName'), { ...texts, KEBU_TITLE: request.title });
  }
  return run(show('SaveFileDialog', `${set}$d.FileName = $env:KEBU_NAME; `, 'FileName'), {
    ...texts,
    KEBU_TITLE: request.title,
    KEBU_NAME: request.suggestedName,
  });
}
