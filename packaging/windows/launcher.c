/* Starts the game: loads the Python of this folder and has it run the package `enacting` with the arguments given.
 *
 * Compiled twice: without a console for people, and with one (CONSOLE) for the command line. The sentences it may have
 * to show come from assets/words, through launcher_words.h, which packaging/bundles/launchers.py writes.
 */

#include <windows.h>
#include <stdlib.h>
#include <string.h>
#include "launcher_words.h"

#define PYTHON_FOLDER L"\\program\\python"
#define LONGEST_PATH 32768

typedef int (*PythonMain)(int, wchar_t **);
typedef int (*CloseStream)(int);

static const wchar_t *sentence(const wchar_t *english, const wchar_t *french)
{
    return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_FRENCH ? french : english;
}

static int give_up(const wchar_t *text)
{
#ifdef CONSOLE
    DWORD written;
    HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(errors, text, (DWORD)wcslen(text), &written, NULL)) {
        char bytes[2048];
        int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (size > 1)
            WriteFile(errors, bytes, (DWORD)size - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"Enacting the Commons", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return 2;
}

/* The folder of this program, without a backslash at its end; an empty text when it cannot be known. */
static void find_own_folder(wchar_t *folder)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST_PATH);
    if (length == 0 || length >= LONGEST_PATH)
        length = 0;
    while (length > 0 && folder[length] != L'\\')
        length--;
    folder[length] = L'\0';
}

static PythonMain load_python(const wchar_t *folder)
{
    wchar_t *python = malloc((LONGEST_PATH + 64) * sizeof(wchar_t));
    HMODULE library;

    if (python == NULL)
        return NULL;
    wcscpy(python, folder);
    wcscat(python, PYTHON_FOLDER);
    /* The modules written in C look there for what they share, as they would beside python.exe. */
    AddDllDirectory(python);
    wcscat(python, L"\\" PYTHON_LIBRARY);
    library = LoadLibraryExW(python, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    free(python);
    return library == NULL ? NULL : (PythonMain)(void *)GetProcAddress(library, "Py_Main");
}

#ifndef CONSOLE
/* Give up the streams that whoever starts the program may hand on: Python then has none, as the game expects of a
 * window. They belong to the C library that Python uses, which is not the one this program uses. */
static void close_streams(void)
{
    HMODULE library = LoadLibraryW(L"ucrtbase.dll");
    CloseStream close = library == NULL ? NULL : (CloseStream)(void *)GetProcAddress(library, "_close");
    int stream;

    for (stream = 0; close != NULL && stream < 3; stream++)
        close(stream);
}
#endif

static int run(int count, wchar_t **arguments)
{
    static wchar_t folder[LONGEST_PATH];
    static wchar_t *ours[] = {L"-X", L"utf8", L"-m", L"enacting"};
    const int our_count = sizeof ours / sizeof ours[0];
    wchar_t **all = calloc((size_t)count + our_count + 1, sizeof *all);
    PythonMain python_main;

    /* Where a library is missing, Windows must not ask about it in a window of its own. */
    SetErrorMode(SEM_FAILCRITICALERRORS);
#ifndef CONSOLE
    close_streams();
#endif
    find_own_folder(folder);
    python_main = folder[0] == L'\0' ? NULL : load_python(folder);
    if (python_main == NULL || all == NULL)
        return give_up(sentence(INCOMPLETE_EN, INCOMPLETE_FR));

    all[0] = arguments[0];
    memcpy(all + 1, ours, sizeof ours);
    memcpy(all + 1 + our_count, arguments + 1, (size_t)(count - 1) * sizeof *all);
    return python_main(count + our_count, all);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **arguments)
{
    return run(count, arguments);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    return run(__argc, __wargv);
}
#endif
