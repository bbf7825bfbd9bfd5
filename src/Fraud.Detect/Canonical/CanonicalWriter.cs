using System.Text;

namespace Fraud.Canonical;

/// <summary>Writes the canonical view in one pass; leaves the fast path at the first character that needs a look around.</summary>
internal sealed class CanonicalWriter(CharTable table, LookAlikes lookAlikes)
{
    private TextView _view = null!;
    private bool _toned;
    private bool _alike;
    private int _invisibles;
    private int _substitutions;

    public TextTraits Write(string text, TextView view)
    {
        (_view, _toned, _alike, _invisibles, _substitutions) = (view, false, false, 0, 0);
        var seen = WritePlain(text);
        var mixed = 0;
        if (!view.IsAligned)
        {
            seen |= WriteRest(text, view.Length);
            mixed = _alike ? lookAlikes.Fold(view) : 0;
        }

        var (traditional, simplified) = (seen & CharKinds.Traditional) != 0 ? CountScripts(text) : (0, 0);
        if ((seen & CharKinds.Substituted) != 0 && view.IsAligned)
        {
            _substitutions = CountSubstituted(text);
        }

        return new() { Invisibles = _invisibles, Substitutions = _substitutions, MixedWords = mixed, Traditional = traditional, Simplified = simplified };
    }

    private uint WritePlain(string text)
    {
        var units = table.Units;
        var output = _view.BeginAligned(text.Length);
        uint seen = 0;
        for (var i = 0; i < output.Length; i++)
        {
            var entry = units[text[i]];
            if ((entry & CharKinds.Special) != 0)
            {
                _substitutions = (seen & CharKinds.Substituted) != 0 ? CountSubstituted(text.AsSpan(0, i)) : 0;
                _view.BeginMapped(i, text.Length + 32);
                return seen;
            }

            seen |= entry;
            output[i] = (char)entry;
        }

        _view.EndAligned(text.Length);
        return seen;
    }

    private uint WriteRest(string text, int from)
    {
        uint seen = 0;
        for (var i = from; i < text.Length; i++)
        {
            var entry = table[text[i]];
            if ((entry & CharKinds.Surrogate) != 0)
            {
                i += WritePair(text, i) - 1;
                continue;
            }

            seen |= entry;
            _substitutions += (int)((entry >> 26) & 1);
            if ((entry & CharKinds.Special) == 0)
            {
                Put((char)entry, i, i + 1);
            }
            else
            {
                WriteSpecial(entry, i, i + 1);
            }
        }

        return seen;
    }

    private void WriteSpecial(uint entry, int start, int end)
    {
        if ((entry & CharKinds.Dropped) != 0)
        {
            _invisibles++;
        }
        else if ((entry & CharKinds.Expands) != 0)
        {
            PutAll(table.Expansion(entry), start, end);
        }
        else
        {
            PutWithCare((char)entry, entry, start, end);
        }
    }

    private int WritePair(string text, int at)
    {
        if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
        {
            _view.Append('\uFFFD', at, at + 1);
            return 1;
        }

        if (!table.TryGetSupplementary(char.ConvertToUtf32(text[at], text[at + 1]), out var folded, out var kinds))
        {
            // Both halves carry the whole pair, so that no span can cut it
            _view.Append(text[at], at, at + 2);
            _view.Append(text[at + 1], at, at + 2);
            return 2;
        }

        _invisibles += folded.Length == 0 ? 1 : 0;
        _substitutions += (kinds & CharKinds.Substituted) != 0 ? 1 : 0;
        PutAll(folded, at, at + 2);
        return 2;
    }

    private void PutAll(string folded, int start, int end)
    {
        foreach (var c in folded)
        {
            var entry = table[c];
            if ((entry & CharKinds.Special) == 0 || char.IsSurrogate(c))
            {
                Put(c, start, end);
            }
            else
            {
                PutWithCare(c, entry, start, end);
            }
        }
    }

    private void Put(char c, int start, int end)
    {
        _view.Append(c, start, end);
        if (c == ')' && _toned)
        {
            StripPinyin();
        }
    }

    private void PutWithCare(char c, uint entry, int start, int end)
    {
        _toned |= (entry & CharKinds.Toned) != 0;
        _alike |= (entry & CharKinds.LookAlike) != 0;
        if ((entry & CharKinds.Combines) != 0 && _view.Length > 0)
        {
            Combine(c, start, end);
        }
        else if ((entry & CharKinds.Heart) != 0 && EndsWithLoneV(_view.Text))
        {
            _substitutions++;
            _view.Append('x', start, end);
        }
        else
        {
            _view.Append(c, start, end);
        }
    }

    private void Combine(char mark, int start, int end)
    {
        var last = _view.Text[^1];
        Span<char> pair = [last, mark];
        Span<char> composed = stackalloc char[8];
        if (!char.IsSurrogate(last) && last != '\uFFFD' && pair.TryNormalize(composed, out var length, NormalizationForm.FormKC) && length == 1
            && (table[composed[0]] & (CharKinds.Dropped | CharKinds.Expands)) == 0)
        {
            var entry = table[composed[0]];
            _view.Replace(_view.Length - 1, (char)entry);
            _view.ExtendLast(end);
            _toned |= (entry & CharKinds.Toned) != 0;
            _alike |= (entry & CharKinds.LookAlike) != 0;
        }
        else if (mark is >= '\u0300' and <= '\u036F' or >= '\u20D0' and <= '\u20FF' or >= '\u1AB0' and <= '\u1AFF' or >= '\u1DC0' and <= '\u1DFF')
        {
            // A mark that composes with nothing is decoration over a letter
            _invisibles++;
        }
        else
        {
            _view.Append(mark, start, end);
        }
    }

    // 網(wǎng): a note added by mirror sites, not by a seller; only toned pinyin, so that 价格(usd) stays
    private void StripPinyin()
    {
        var text = _view.Text;
        var i = text.Length - 2;
        var toned = false;
        while (i >= 0 && i >= text.Length - 10 && IsPinyin(text[i]))
        {
            toned |= (table[text[i]] & CharKinds.Toned) != 0;
            i--;
        }

        if (toned && i > 0 && text[i] == '(' && text[i - 1] is >= '\u3400' and <= '\u9FFF')
        {
            _view.Truncate(i);
        }
    }

    private bool IsPinyin(char c) => char.IsAsciiLetterLower(c) || c == 'ü' || (table[c] & (CharKinds.Toned | CharKinds.LookAlike)) != 0;

    private static bool EndsWithLoneV(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[^1] == 'v' && (text.Length == 1 || !LookAlikes.IsWordLetter(text[^2]));

    private (int Traditional, int Simplified) CountScripts(ReadOnlySpan<char> text)
    {
        var (traditional, simplified) = (0, 0);
        foreach (var c in text)
        {
            var entry = table[c];
            traditional += (int)((entry >> 24) & 1);
            simplified += (int)((entry >> 25) & 1);
        }

        return (traditional, simplified);
    }

    private int CountSubstituted(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += (int)((table[c] >> 26) & 1);
        }

        return count;
    }
}
