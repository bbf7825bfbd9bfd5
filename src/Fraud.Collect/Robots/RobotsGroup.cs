namespace Fraud.Collect.Robots;

/// <summary>Consecutive User-agent lines and the rules under them.</summary>
internal sealed class RobotsGroup
{
    private readonly List<string> _agents = [];

    public bool IsGlobal { get; private set; }

    public List<RobotsRule> Rules { get; } = [];

    public TimeSpan? CrawlDelay { get; private set; }

    public void AddAgent(string value)
    {
        // "* something" is still meant for everybody
        if (value.Length > 0 && value[0] == '*' && (value.Length == 1 || char.IsWhiteSpace(value[1])))
        {
            IsGlobal = true;
            return;
        }

        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        _agents.Add(value[..end]);
    }

    /// <summary>The longest delay asked for in the group holds.</summary>
    public void AskDelay(TimeSpan delay) => CrawlDelay = CrawlDelay > delay ? CrawlDelay : delay;

    public bool Names(string agent) => _agents.Contains(agent, StringComparer.OrdinalIgnoreCase);
}
