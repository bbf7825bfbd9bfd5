using System.Collections.Concurrent;

namespace Fraud.Web;

/// <summary>Holds back password guessing: five wrong tries per name, then one minute of silence.</summary>
internal sealed class SignInThrottle(TimeProvider clock)
{
    private const int Tries = 5;
    private const int MostNames = 10_000;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (int Wrong, DateTimeOffset Last)> _names = new();

    public bool MayTry(string name) =>
        !_names.TryGetValue(Key(name), out var seen) || seen.Wrong < Tries || clock.GetUtcNow() - seen.Last >= Silence;

    public void Failed(string name)
    {
        var now = clock.GetUtcNow();
        if (_names.Count >= MostNames)
        {
            // Invented names must not fill the memory
            _names.Clear();
        }

        _names.AddOrUpdate(Key(name), (1, now), (_, seen) => (now - seen.Last >= Silence ? 1 : seen.Wrong + 1, now));
    }

    public void Succeeded(string name) => _names.TryRemove(Key(name), out _);

    private static string Key(string name) => name.Length <= 40 ? name.ToLowerInvariant() : name[..40].ToLowerInvariant();
}
