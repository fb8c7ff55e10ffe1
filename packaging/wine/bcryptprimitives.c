/* For trying the bundle under old versions of Wine only: the one function of bcryptprimitives.dll that Rust's library
 * asks for, over the one that every Windows has (RtlGenRandom, whose name in the library is SystemFunction036). */

#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    while (length > 0) {
        ULONG part = length > 0x10000000 ? 0x10000000 : (ULONG)length;

        if (!SystemFunction036(data, part))
            return FALSE;
        data += part;
        length -= part;
    }
    return TRUE;
}
