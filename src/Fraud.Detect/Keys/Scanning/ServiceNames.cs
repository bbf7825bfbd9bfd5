using System.Collections.Frozen;

namespace Fraud.Keys.Scanning;

/// <summary>Names of services, to be found as words of a text: "clockify SECRET", "lobApiKey", "AXONAUT_API_KEY".</summary>
internal sealed class ServiceNames
{
    private const int Slots = 1024;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly int _shortest;
    private readonly int _longest;

    // Lengths of the names by their first two characters, a bit each
    private readonly ulong[] _lengths = new ulong[Slots];

    public ServiceNames(IReadOnlyCollection<string> names)
    {
        _names = names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _shortest = names.Min(n => n.Length);
        _longest = names.Max(n => n.Length);
        foreach (var name in names)
        {
            _lengths[Slot(name[0], name[1])] |= 1UL << Math.Min(name.Length, 63);
        }
    }

    /// <summary>Whether one of the names stands in the text as a word or as the first part of one in camel case.</summary>
    public bool StandIn(ReadOnlySpan<byte> text)
    {
        Span<char> lower = stackalloc char[text.Length];
        ToLower(text, lower);

        for (var start = 0; start + _shortest <= text.Length; start++)
        {
            if (IsBorder(text, start) && StartsAt(text, lower, start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text ends in one of the names, as a word or as the first part of one in camel case.</summary>
    public bool StandAtEnd(ReadOnlySpan<byte> text)
    {
        text = text.Length > _longest + 1 ? text[^(_longest + 1)..] : text;
        Span<char> lower = stackalloc char[text.Length];
        ToLower(text, lower);

        for (var length = Math.Min(_longest, text.Length); length >= _shortest; length--)
        {
            var start = text.Length - length;
            if ((_lengths[Slot(lower[start], lower[start + 1])] & (1UL << Math.Min(length, 63))) != 0 && IsBorder(text, start) && _names.Contains(lower[start..]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Slot(char first, char second) => ((first * 31) + second) & (Slots - 1);

    private static void ToLower(ReadOnlySpan<byte> text, Span<char> lower)
    {
        for (var i = 0; i < text.Length; i++)
        {
            lower[i] = char.ToLowerInvariant((char)text[i]);
        }
    }

    private bool StartsAt(ReadOnlySpan<byte> text, ReadOnlySpan<char> lower, int start)
    {
        var lengths = _lengths[Slot(lower[start], lower[start + 1])];
        for (var length = Math.Min(_longest, text.Length - start); length >= _shortest && lengths != 0; length--)
        {
            if ((lengths & (1UL << Math.Min(length, 63))) != 0 && IsBorder(text, start + length) && _names.Contains(lower.Slice(start, length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Between letters of one case there is none.</summary>
    private static bool IsBorder(ReadOnlySpan<byte> text, int at) =>
        at == 0 || at == text.Length
        || !((char.IsAsciiLetterLower((char)text[at]) && char.IsAsciiLetter((char)text[at - 1])) || (char.IsAsciiLetterUpper((char)text[at]) && char.IsAsciiLetterUpper((char)text[at - 1])));
}
