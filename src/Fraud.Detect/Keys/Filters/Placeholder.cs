using System.Text;

namespace Fraud.Keys.Filters;

/// <summary>Tells stand-ins and documentation samples from keys, by the token alone: what else is on the line does not matter.</summary>
internal static class Placeholder
{
    private const int MaxPeriod = 12;
    private const int MinCounting = 4;

    // Of a long sample the last word says what it is: "…EXAMPLE="
    private const int Tail = 64;

    // Pieces of samples that manuals print and code copies: AWS's access keys, which many writers vary; RFC 5849, 6749, 6750 and 7009; systemd.netdev(5)
    private static readonly string[] _manuals = ["IOSFODNN7", "UtnFEMI", "180jjd733k", "YotnFZFEjr", "zv3JOkF0XG5", "EEGlnEPYJV", "mF_9.B5f-4", "ghiukldjahd", "CaGRSa3F0Mzpn", "jfp0ZBr1KtDR"];

    // In lower, upper or title case; four letters and more, so that a random token hardly ever has one
    private static readonly byte[][] _words = [.. new[]
    {
        "example", "placeholder", "your", "changeme", "change_me", "change-me", "replace", "insert", "dummy", "redacted", "sample", "todo",
        "apikey", "api_key", "api-key", "mykey", "my_key", "my-key", "secretkey", "secret_key", "secret-key", "yourkey", "fake", "mock", "notreal", "not_real",
        "xxxx", "foobar", "lorem", "ipsum", "qwerty", "asdfgh", "deadbeef",  "undefined", "null_", "hidden", "masked", "censored",
        "some_", "some-", "-here", "_here", "-key-", "_key_", "test_test", "testtest", "password", "passwd", "secr3t", "blah", "invalid", "random",
    }.SelectMany(w => new[] { w, w.ToUpperInvariant(), char.ToUpperInvariant(w[0]) + w[1..] }).Concat(_manuals).Distinct().Select(Encoding.ASCII.GetBytes)];

    /// <summary>Whether the secret part of a token is a stand-in.</summary>
    /// <param name="secret">The token without its prefix.</param>
    /// <param name="runs">Whether a true key may have one character many times over.</param>
    public static bool Is(ReadOnlySpan<byte> secret, bool runs = false)
    {
        var sample = Sample.Of(secret);
        return (!runs && (HasRun(sample) || IsPeriodic(sample))) || HasWord(sample) || (secret.Length > sample.Length && HasWord(secret[^Math.Min(Tail, secret.Length)..]));
    }

    private static bool HasWord(ReadOnlySpan<byte> secret)
    {
        foreach (var word in _words)
        {
            if (secret.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One character many times over, or for the most part characters counting up or down (whatever their case).</summary>
    private static bool HasRun(ReadOnlySpan<byte> secret)
    {
        // Hex repeats itself by chance far more often
        var limit = Hex.HasNoOtherLetters(secret) ? 7 : 5;
        int same = 1, up = 1, down = 1, counted = 0;
        for (var i = 1; i <= secret.Length; i++)
        {
            var step = i < secret.Length ? Fold(secret[i]) - Fold(secret[i - 1]) : int.MaxValue;
            same = step == 0 && secret[i] == secret[i - 1] ? same + 1 : 1;
            if (same >= limit)
            {
                return true;
            }

            // 9 is followed by 0 on every keyboard
            step = i < secret.Length && secret[i - 1] == '9' && secret[i] == '0' ? 1 : step;
            up = Count(step == 1, up, ref counted);
            down = Count(step == -1, down, ref counted);
        }

        return counted * 2 > secret.Length;
    }

    /// <summary>Length of the run so far; a run that ends adds to what was counted if it is no accident.</summary>
    private static int Count(bool goesOn, int run, ref int counted)
    {
        counted += !goesOn && run >= MinCounting ? run : 0;
        return goesOn ? run + 1 : 1;
    }

    private static int Fold(byte b) => char.IsAsciiLetterUpper((char)b) ? b | 0x20 : b;

    /// <summary>A short piece written again and again.</summary>
    private static bool IsPeriodic(ReadOnlySpan<byte> secret)
    {
        for (var period = 1; period <= MaxPeriod && period * 2 <= secret.Length; period++)
        {
            var same = 0;
            for (var i = period; i < secret.Length; i++)
            {
                same += secret[i] == secret[i - period] ? 1 : 0;
            }

            if (same * 10 >= (secret.Length - period) * 8)
            {
                return true;
            }
        }

        return false;
    }

}
