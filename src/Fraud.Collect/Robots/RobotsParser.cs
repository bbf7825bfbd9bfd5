using System.Globalization;
using System.Text;

namespace Fraud.Collect.Robots;

/// <summary>Reads robots.txt line by line.</summary>
internal sealed class RobotsParser
{
    /// <summary>What stands further right on a line is not read: eight times the longest URL of old browsers, as Google's parser has it.</summary>
    private const int MaxLineBytes = (2083 * 8) - 1;

    private static readonly string[] DisallowKeys = ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"];
    private static readonly string[] AgentKeys = ["user-agent", "useragent", "user agent"];
    private static readonly string[] SitemapKeys = ["sitemap", "site-map"];

    private readonly List<RobotsGroup> _groups = [];
    private readonly List<string> _sitemaps = [];
    private bool _ruleSeen = true;

    public static RobotsFile Parse(ReadOnlySpan<byte> content)
    {
        var parser = new RobotsParser();
        var rest = SkipByteOrderMark(content);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            parser.ReadLine(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return new(parser._groups, parser._sitemaps);
    }

    // Even a part of the mark is skipped
    private static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return content[content.CommonPrefixLength(mark)..];
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        line = line[..Math.Min(line.Length, MaxLineBytes)];
        var comment = line.IndexOf((byte)'#');
        line = (comment < 0 ? line : line[..comment]).Trim(" \t\v\f"u8);
        var colon = line.IndexOf((byte)':');
        var separator = colon >= 0 ? colon : SpaceForColon(line);
        if (separator > 0)
        {
            Take(Encoding.Latin1.GetString(line[..separator].Trim(" \t\v\f"u8)), line[(separator + 1)..].Trim(" \t\v\f"u8));
        }
    }

    // "disallow /x" is read as "disallow: /x", but only when there are just two words
    private static int SpaceForColon(ReadOnlySpan<byte> line)
    {
        var space = line.IndexOfAny((byte)' ', (byte)'\t');
        return space > 0 && line[space..].Trim(" \t"u8).IndexOfAny((byte)' ', (byte)'\t') < 0 ? space : -1;
    }

    private void Take(string key, ReadOnlySpan<byte> value)
    {
        if (IsOneOf(key, AgentKeys))
        {
            TakeAgent(Encoding.Latin1.GetString(value));
        }
        else if (key.StartsWith("allow", StringComparison.OrdinalIgnoreCase))
        {
            TakeRule(allows: true, value);
        }
        else if (IsOneOf(key, DisallowKeys))
        {
            TakeRule(allows: false, value);
        }
        else if (IsOneOf(key, SitemapKeys))
        {
            _sitemaps.Add(Encoding.UTF8.GetString(value));
        }
        else if (key.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
        {
            TakeDelay(Encoding.Latin1.GetString(value));
        }
    }

    private void TakeAgent(string value)
    {
        if (_ruleSeen)
        {
            _groups.Add(new());
            _ruleSeen = false;
        }

        _groups[^1].AddAgent(value);
    }

    private void TakeRule(bool allows, ReadOnlySpan<byte> value)
    {
        if (_groups.Count > 0)
        {
            _ruleSeen = true;
            _groups[^1].Rules.Add(RobotsRule.Create(allows, value));
        }
    }

    private void TakeDelay(string value)
    {
        if (_groups.Count > 0 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400)
        {
            _groups[^1].AskDelay(TimeSpan.FromSeconds(seconds));
        }
    }

    private static bool IsOneOf(string key, string[] names) => names.Any(n => key.StartsWith(n, StringComparison.OrdinalIgnoreCase));
}
