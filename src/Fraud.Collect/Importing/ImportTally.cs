namespace Fraud.Collect.Importing;

/// <summary>Counts an import while it goes on.</summary>
internal sealed class ImportTally
{
    private const int MaxFaults = 20;
    private readonly List<string> _faults = [];
    private int _posts;
    private int _newPosts;
    private int _refused;

    public void Add(int posts, int newPosts) => (_posts, _newPosts) = (_posts + posts, _newPosts + newPosts);

    public void Refuse(string place, string why)
    {
        _refused++;
        if (_faults.Count < MaxFaults)
        {
            _faults.Add($"{place}: {why}");
        }
    }

    public ImportReport ToReport() => new() { Posts = _posts, NewPosts = _newPosts, Refused = _refused, Faults = _faults };
}
